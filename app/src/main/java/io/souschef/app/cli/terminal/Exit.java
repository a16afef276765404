package io.souschef.app.cli.terminal;

/** What a command ends with. */
public final class Exit {
  public static final int DONE = 0;
  public static final int NOT_DONE = 1;
  public static final int USER_MISTAKE = 2;
  public static final int INTERNAL_ERROR = 3;

  private Exit() {}
}
