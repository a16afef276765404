package io.souschef.ros.transport.dds;

import io.souschef.ros.config.Connection.Wire;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.soak.Conduct;
import io.souschef.ros.soak.Fault;
import io.souschef.ros.soak.ServerLog;
import io.souschef.ros.soak.Side;
import io.souschef.ros.transport.RosTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The peer in C as a robot, with its own word on when it moves. */
final class PeerSide implements Side {

  private final int domain;
  private final ServerLog log = new ServerLog();
  private CyclonePeer peer;
  private boolean dead;
  private boolean frozen;
  private int floods;
  private Optional<CyclonePeer> flood = Optional.empty();

  /** Skips the test, with the reason, where the peer cannot be built. */
  PeerSide(int domain) throws IOException, InterruptedException {
    this.domain = domain;
    peer = beBorn();
  }

  private CyclonePeer beBorn() throws IOException, InterruptedException {
    Map<String, Integer> motions = new ConcurrentHashMap<>();
    return CyclonePeer.start(
        "serve",
        domain,
        line -> {
          String[] words = line.split(" ");
          long nanos = Long.parseLong(words[1]);
          if (words[2].equals("begins")) {
            motions.put(words[3], log.begin(nanos));
          } else {
            log.end(motions.getOrDefault(words[3], -1), nanos);
          }
        });
  }

  @Override
  public String connection() {
    return "{transport: dds, domain_id: %s, network: 127.0.0.1}".formatted(domain);
  }

  @Override
  public Set<Fault> faults() {
    return EnumSet.of(Fault.DEATH, Fault.FROZEN, Fault.GARBAGE);
  }

  @Override
  public Set<Conduct> conducts() {
    return EnumSet.allOf(Conduct.class);
  }

  private DdsTransport join(String name, MessageCatalog catalog) {
    return DdsTransport.join(
        new DdsSettings(name, domain, Optional.of(InetAddress.getLoopbackAddress()), Wire.AUTO),
        catalog);
  }

  @Override
  public RosTransport planner(MessageCatalog catalog) {
    return join("planner", catalog);
  }

  @Override
  public RosTransport bystander(MessageCatalog catalog) {
    return join("bystander", catalog);
  }

  @Override
  public void conduct(Conduct conduct) {
    // The goal itself says it.
  }

  @Override
  public void begin(Fault fault) throws IOException, InterruptedException {
    switch (fault) {
      case DEATH -> {
        dead = true;
        peer.kill();
      }
      case FROZEN -> {
        frozen = true;
        peer.freeze(true);
      }
      case GARBAGE -> {
        String role = floods++ % 2 == 0 ? "garbage" : "flood";
        flood = Optional.of(CyclonePeer.start(role, domain));
      }
      default -> throw new IllegalArgumentException(fault.name());
    }
  }

  @Override
  public void mend() throws IOException, InterruptedException {
    if (frozen) {
      frozen = false;
      peer.freeze(false);
    }
    flood.ifPresent(CyclonePeer::close);
    flood = Optional.empty();
    if (dead) {
      dead = false;
      peer = beBorn();
    }
  }

  /** What a dead peer moved drives on until then; a living one ends its goals and says so. */
  @Override
  public void halt() throws IOException, InterruptedException {
    if (!dead && !frozen) {
      peer.halt();
      peer.await("halted"); // its own word on each motion comes before this
    }
    log.endAll(System.nanoTime());
  }

  @Override
  public ServerLog log() {
    return log;
  }

  @Override
  public void close() {
    peer.close();
    flood.ifPresent(CyclonePeer::close);
  }
}
