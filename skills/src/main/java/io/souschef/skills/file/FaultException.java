package io.souschef.skills.file;

import io.souschef.skills.failure.InvalidInputException;

/** A user's mistake at a known place of a file. */
public final class FaultException extends InvalidInputException {

  private static final long serialVersionUID = 1L;

  private final transient FileFault fault;

  FaultException(FileFault fault) {
    super(fault.sentence());
    this.fault = fault;
  }

  public FileFault fault() {
    return fault;
  }
}
