package io.souschef.skills.failure;

/**
 * The machine does not give what is needed: no space on a disk, no right to write, a library that
 * does not load. Neither a user's mistake nor a fault of the program; the message is one sentence
 * that says what to mend.
 */
public class MachineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MachineException(String message, Throwable cause) {
    super(message, cause);
  }
}
