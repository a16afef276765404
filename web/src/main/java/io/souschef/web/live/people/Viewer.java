package io.souschef.web.live.people;

/** Somebody who looks on, at the other end of a wire. */
public interface Viewer {

  /** A name that only this viewer has. */
  String name();

  /**
   * Sends a message; never waits. Not called again before {@code sent}.
   *
   * @param sent called on any thread when it is out, or will never be
   */
  void send(String json, Runnable sent);

  /** Hangs up. */
  void close(String why);
}
