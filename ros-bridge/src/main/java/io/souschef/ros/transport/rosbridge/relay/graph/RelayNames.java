package io.souschef.ros.transport.rosbridge.relay.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Who offers what: a name belongs to the first that offers it, until that one leaves it. */
final class RelayNames {

  private record Offer(RelayPeer peer, String type) {}

  private final NameLimit limit;
  private final Map<String, Offer> offers = new ConcurrentHashMap<>();

  /**
   * Names of one kind.
   *
   * @param what for messages: "service"
   */
  RelayNames(String what) {
    limit = new NameLimit(what);
  }

  void advertise(RelayPeer peer, String name, String type) {
    if (limit.refuses(peer, name, offers)) {
      return;
    }
    Offer first = offers.putIfAbsent(name, new Offer(peer, type));
    if (first != null && !first.peer().equals(peer)) {
      peer.warn(
          "The %s %s is offered by another client; choose another name, or end that one"
              .formatted(limit.what(), name));
    }
  }

  void withdraw(RelayPeer peer, String name) {
    offers.computeIfPresent(name, (key, offer) -> offer.peer().equals(peer) ? null : offer);
  }

  Optional<RelayPeer> owner(String name) {
    return Optional.ofNullable(offers.get(name)).map(Offer::peer);
  }

  /** Every name that is offered, and its type. */
  Map<String, String> types() {
    Map<String, String> all = new TreeMap<>();
    offers.forEach((name, offer) -> all.put(name, offer.type()));
    return all;
  }

  /** The names that somebody like this offers. */
  List<String> of(Predicate<RelayPeer> who) {
    return offers.entrySet().stream()
        .filter(offer -> who.test(offer.getValue().peer()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  void leave(RelayPeer peer) {
    offers.values().removeIf(offer -> offer.peer().equals(peer));
  }
}
