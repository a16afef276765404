package io.souschef.ros.transport.dds.endpoint;

import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeHash;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.TransportException;
import io.souschef.skills.execution.RobotException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import us.ihmc.pubsub.DomainFactory;
import us.ihmc.pubsub.common.LogLevel;
import us.ihmc.rtps.impl.fastRTPS.NativeParticipantImpl;
import us.ihmc.rtps.impl.fastRTPS.NativeParticipantListener;

/**
 * This process in a DDS domain. Owns the native participant and its endpoints. It stands on the
 * binding's native classes and not on those above them: these copy samples of any length into
 * buffers of a fixed one.
 */
public final class DdsParticipant implements AutoCloseable {

  private final NativeParticipantListener listener;
  private final NativeParticipantImpl participant;
  private final MessageCatalog catalog;
  private final Map<TypeName, Optional<String>> hashes = new HashMap<>();
  private final Backlog backlog = new Backlog();
  private final ByteBuffer lent = ByteBuffer.allocateDirect(Sample.NATIVE_LIMIT);
  private final Set<String> types = new HashSet<>();
  private final Set<DdsReader> readers = new LinkedHashSet<>();
  private final Set<DdsWriter> writers = new LinkedHashSet<>();
  private @Nullable GraphPresence presence;
  private boolean closed;

  /**
   * Joins a domain.
   *
   * @param network address of the one interface to use; empty for all
   * @param catalog the types whose hashes are told
   */
  public DdsParticipant(
      String name, int domainId, Optional<InetAddress> network, MessageCatalog catalog) {
    this.catalog = catalog;
    DomainFactory.getDefaultDomain().setLogLevel(LogLevel.ERROR); // loads the native libraries
    String profile = UUID.randomUUID().toString();
    String xml = Profiles.participant(profile, name, domainId, network);
    try {
      listener =
          new NativeParticipantListener() {
            @Override
            public void onParticipantDiscovery(long info, long guidHigh, long guidLow, int status) {
              NativeThreads.detachAtTheirEnd();
            }
          };
      participant = new NativeParticipantImpl(profile, xml, xml.length(), listener);
    } catch (IOException e) {
      throw new RobotException(
          "DDS domain %s cannot be joined: %s; check the network address"
              .formatted(domainId, e.getMessage()),
          e);
    }
  }

  /** Appears as a node among the others, from now on. */
  public synchronized void appear(MessageCatalog catalog, String namespace, String name) {
    presence = new GraphPresence(this, catalog, namespace, name);
    tell();
  }

  /** Tells which endpoints there are; a node that has not appeared tells nothing. */
  private void tell() {
    GraphPresence node = presence;
    if (node != null && !closed) {
      node.tell(
          EndpointId.of(participant.getGuidHigh(), participant.getGuidLow()),
          readers.stream().map(DdsReader::id).toList(),
          writers.stream().map(DdsWriter::id).toList());
    }
  }

  private Optional<String> hash(TypeName type) {
    return hashes.computeIfAbsent(type, key -> TypeHash.of(catalog, key));
  }

  /**
   * Hands a sample over to another thread, unless too much waits already.
   *
   * @param topic for whom a drop is told
   */
  public void handOver(String topic, Sample sample, Executor executor, Runnable task) {
    backlog.handOver(topic, sample, executor, task);
  }

  private void register(String type) {
    if (closed) {
      throw new TransportException("The transport is closed");
    }
    if (types.add(type)) {
      participant.registerType(type, Sample.NATIVE_LIMIT);
    }
  }

  /** A sending endpoint; matches are told on native threads. */
  public synchronized DdsWriter writer(String topic, TypeName type, Qos qos, Runnable matched) {
    register(type.dds());
    String profile = UUID.randomUUID().toString();
    try {
      DdsWriter writer =
          new DdsWriter(
              participant,
              profile,
              Profiles.writer(profile, topic, type.dds(), qos, hash(type)),
              matched);
      writers.add(writer);
      tell();
      return writer;
    } catch (IOException e) {
      throw new TransportException("DDS topic %s cannot be opened".formatted(topic), e);
    }
  }

  /** A receiving endpoint; samples and matches are told on native threads. */
  public synchronized DdsReader reader(
      String topic, TypeName type, Qos qos, Consumer<Sample> receiver, Runnable matched) {
    register(type.dds());
    String profile = UUID.randomUUID().toString();
    try {
      String xml = Profiles.reader(profile, topic, type.dds(), qos, hash(type));
      DdsReader reader = new DdsReader(participant, topic, profile, xml, lent, receiver, matched);
      readers.add(reader);
      tell();
      return reader;
    } catch (IOException e) {
      throw new TransportException("DDS topic %s cannot be opened".formatted(topic), e);
    }
  }

  /** Closes an endpoint; a second time does nothing. */
  public synchronized void remove(DdsWriter writer) {
    if (writers.remove(writer)) {
      writer.close();
      tell();
    }
  }

  /** The same; waits for a sample that is being taken in. */
  public void remove(DdsReader reader) {
    boolean mine;
    synchronized (this) {
      mine = readers.remove(reader);
      if (mine) {
        tell();
      }
    }
    if (mine) {
      reader.close();
    }
  }

  @Override
  public void close() {
    List<DdsReader> open;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      open = List.copyOf(readers);
      readers.clear();
    }
    open.forEach(DdsReader::close);
    synchronized (this) {
      writers.forEach(DdsWriter::close);
      writers.clear();
      participant.delete();
      listener.delete();
    }
  }
}
