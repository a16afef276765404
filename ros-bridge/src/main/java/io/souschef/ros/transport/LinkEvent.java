package io.souschef.ros.transport;

/** What happens to the link to the robot. */
public sealed interface LinkEvent {

  /** It works, for the first time or again. */
  record Up() implements LinkEvent {}

  /** It is lost; the transport tries to get it back. */
  record Down(String reason) implements LinkEvent {}

  /** The peer says that something asked of it cannot be had; in its own words. */
  record Complaint(String words) implements LinkEvent {}

  /** The peer sent something that is no message; it was dropped. */
  record Garbage(String reason) implements LinkEvent {}
}
