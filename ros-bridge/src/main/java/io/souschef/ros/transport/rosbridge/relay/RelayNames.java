package io.souschef.ros.transport.rosbridge.relay;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Who offers what: a name belongs to the first that offers it, until that one leaves it. */
final class RelayNames {

  private static final int MOST = 10_000;
  private static final int LONGEST = 500;

  private final String what;
  private final Map<String, RelayPeer> owners = new ConcurrentHashMap<>();
  private final Map<String, String> types = new ConcurrentHashMap<>();

  /**
   * Names of one kind.
   *
   * @param what for messages: "service"
   */
  RelayNames(String what) {
    this.what = what;
  }

  void advertise(RelayPeer peer, String name, String type) {
    if (owners.size() >= MOST || name.length() > LONGEST) {
      peer.warn(
          "This small rosbridge keeps at most %s %ss, of names up to %s characters"
              .formatted(MOST, what, LONGEST));
      return;
    }
    RelayPeer owner = owners.putIfAbsent(name, peer);
    if (owner == null) {
      types.put(name, type);
    }
    if (owner != null && !owner.equals(peer)) {
      peer.warn(
          "The %s %s is offered by another client; choose another name, or end that one"
              .formatted(what, name));
    }
  }

  void withdraw(RelayPeer peer, String name) {
    owners.remove(name, peer);
  }

  Optional<RelayPeer> owner(String name) {
    return Optional.ofNullable(owners.get(name));
  }

  /** Every name that is offered, and its type. */
  Map<String, String> types() {
    Map<String, String> all = new TreeMap<>(types);
    all.keySet().retainAll(owners.keySet());
    return all;
  }

  void leave(RelayPeer peer) {
    owners.values().removeIf(peer::equals);
  }
}
