package io.souschef.app.cli.terminal;

import io.souschef.planner.usefulness.ScoringException;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.failure.MachineException;
import io.souschef.skills.file.IoReason;
import io.souschef.skills.text.Shown;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a command broke down, for the person who called it.
 *
 * @param sentence what went wrong and what helps; of a fault of the program itself that it is one
 * @param code what the process ends with
 */
public record Failure(String sentence, int code) {

  private static final int MOST_CAUSES = 20;

  /** Says it; a stack trace follows only where somebody must read it to mend the program. */
  public static int report(Throwable thrown, PrintWriter err) {
    Failure failure = of(thrown);
    err.println("souschef: " + failure.sentence());
    if (failure.code() == Exit.INTERNAL_ERROR) {
      thrown.printStackTrace(err);
    }
    err.flush();
    return failure.code();
  }

  public static Failure of(Throwable thrown) {
    for (Throwable cause : causes(thrown)) {
      Optional<Failure> known = known(cause);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return new Failure(
        "internal error, please report it with what stands below", Exit.INTERNAL_ERROR);
  }

  private static List<Throwable> causes(Throwable thrown) {
    List<Throwable> causes = new ArrayList<>();
    Throwable cause = thrown;
    while (cause != null && causes.size() < MOST_CAUSES) {
      causes.add(cause);
      cause = cause.getCause();
    }
    return causes;
  }

  private static Optional<Failure> known(Throwable e) {
    if (e instanceof InvalidInputException) {
      // A server that does not answer as it should is nobody's mistake.
      boolean served = e.getCause() instanceof ScoringException;
      return Optional.of(new Failure(said(e), served ? Exit.NOT_DONE : Exit.USER_MISTAKE));
    }
    if (e instanceof RobotException
        || e instanceof ScoringException
        || e instanceof MachineException) {
      return Optional.of(new Failure(said(e), Exit.NOT_DONE));
    }
    if (e instanceof InvalidPathException path) {
      return Optional.of(
          new Failure(
              "'%s' is no path that this system knows".formatted(Shown.line(path.getInput())),
              Exit.USER_MISTAKE));
    }
    if (e instanceof UncheckedIOException io) {
      String what = String.valueOf(io.getCause()).equals(io.getMessage()) ? "A file" : said(io);
      return Optional.of(
          new Failure(
              "%s (%s); free space there, or choose a folder that can be written"
                  .formatted(what, Shown.line(IoReason.of(io))),
              Exit.NOT_DONE));
    }
    if (e instanceof OutOfMemoryError) {
      return Optional.of(
          new Failure(
              String.format(
                  Locale.ROOT,
                  "the memory of %d MiB that the program may use ran out; allow it more:"
                      + " SOUSCHEF_HEAP=2g",
                  Runtime.getRuntime().maxMemory() >> 20),
              Exit.NOT_DONE));
    }
    if (e instanceof StackOverflowError) {
      return Optional.of(
          new Failure(
              "something that was read is nested too deeply; is it the right file?",
              Exit.USER_MISTAKE));
    }
    if (e instanceof UnsatisfiedLinkError) {
      return Optional.of(
          new Failure(
              "a native library does not load (%s); 'souschef doctor' says more".formatted(said(e)),
              Exit.NOT_DONE));
    }
    return Optional.empty();
  }

  private static String said(Throwable e) {
    return Shown.line(String.valueOf(e.getMessage()));
  }
}
