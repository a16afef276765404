package io.souschef.skills.failure;

/**
 * A user's mistake in a file, an option or an instruction. The message is one sentence that names
 * the place and the value and says how to mend it; programs print it without a stack trace.
 */
public class InvalidInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidInputException(String message) {
    super(message);
  }

  public InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
