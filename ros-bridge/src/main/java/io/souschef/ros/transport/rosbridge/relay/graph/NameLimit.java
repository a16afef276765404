package io.souschef.ros.transport.rosbridge.relay.graph;

import java.util.Map;

/**
 * How many names of a kind the relay keeps, and how long they may be.
 *
 * @param what the kind, for messages: "service"
 */
record NameLimit(String what) {

  static final int MOST = 10_000;
  private static final int LONGEST = 500;

  /** Refuses a name, and tells the client why; one that is known already never is too many. */
  boolean refuses(RelayPeer peer, String name, Map<String, ?> known) {
    if (name.length() <= LONGEST && (known.containsKey(name) || known.size() < MOST)) {
      return false;
    }
    peer.warn(
        "This small rosbridge keeps at most %s %ss, of names up to %s characters"
            .formatted(MOST, what, LONGEST));
    return true;
  }
}
