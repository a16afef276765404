package io.souschef.app.doctor;

import java.util.concurrent.Callable;

/**
 * What one check found.
 *
 * @param subject what was checked
 * @param healthy whether it is as it should be
 * @param detail what was seen; for an unhealthy one also how to mend it
 */
public record Finding(String subject, boolean healthy, String detail) {

  /** Runs a check whose exception means that something is wrong. */
  static Finding of(String subject, Callable<String> check, String mend) {
    try {
      return new Finding(subject, true, check.call());
    } catch (Exception | LinkageError e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Finding(
          subject, false, why.lines().findFirst().orElse("unknown reason") + "; " + mend);
    }
  }
}
