package io.souschef.app.doctor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.concurrent.Callable;

/**
 * What one check found.
 *
 * @param subject what was checked
 * @param verdict whether it is as it should be
 * @param detail what was seen; for an unhealthy one also how to mend it
 */
public record Finding(String subject, Verdict verdict, String detail) {

  /** Whether something is as it should be. */
  public enum Verdict {
    GOOD,
    BAD,
    /** Neither: told because it explains others. */
    TOLD
  }

  Finding(String subject, boolean healthy, String detail) {
    this(subject, healthy ? Verdict.GOOD : Verdict.BAD, detail);
  }

  static Finding told(String subject, String detail) {
    return new Finding(subject, Verdict.TOLD, detail);
  }

  /** Whether nothing needs mending. */
  @JsonProperty
  public boolean healthy() {
    return verdict != Verdict.BAD;
  }

  /** Runs a check; whatever it throws means that something is wrong. */
  static Finding of(String subject, Callable<String> check, String mend) {
    try {
      return new Finding(subject, true, check.call());
    } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
      return new Finding(subject, false, why(e) + "; " + mend);
    }
  }

  /** Why something failed, on one line. */
  static String why(Throwable e) {
    if (e instanceof OutOfMemoryError) {
      return "the memory of %s MiB that the program may use ran out; allow it more: SOUSCHEF_HEAP=2g"
          .formatted(Runtime.getRuntime().maxMemory() >> 20);
    }
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.lines().findFirst().orElse("unknown reason");
  }
}
