package io.souschef.ros.transport.dds;

import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.TransportException;
import io.souschef.skills.execution.RobotException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import us.ihmc.pubsub.DomainFactory;
import us.ihmc.pubsub.common.Guid;
import us.ihmc.pubsub.common.LogLevel;
import us.ihmc.rtps.impl.fastRTPS.NativeParticipantImpl;
import us.ihmc.rtps.impl.fastRTPS.NativeParticipantListener;

/**
 * This process in a DDS domain. Owns the native participant and its endpoints. It stands on the
 * binding's native classes and not on those above them: these copy samples of any length into
 * buffers of a fixed one.
 */
final class DdsParticipant implements AutoCloseable {

  private final NativeParticipantListener listener;
  private final NativeParticipantImpl participant;
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
   */
  DdsParticipant(String name, int domainId, Optional<InetAddress> network) {
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
  synchronized void appear(MessageCatalog catalog, String namespace, String name) {
    presence = new GraphPresence(this, catalog, namespace, name);
    tell();
  }

  /** Tells which endpoints there are; a node that has not appeared tells nothing. */
  private void tell() {
    GraphPresence node = presence;
    if (node != null && !closed) {
      Guid guid = new Guid();
      guid.fromPrimitives(participant.getGuidHigh(), participant.getGuidLow());
      node.tell(
          guid,
          readers.stream().map(DdsReader::guid).toList(),
          writers.stream().map(DdsWriter::guid).toList());
    }
  }

  private void register(String type) {
    if (closed) {
      throw new TransportException("The transport is closed");
    }
    if (types.add(type)) {
      participant.registerType(type, Sample.NATIVE_LIMIT);
    }
  }

  synchronized DdsWriter writer(String topic, String type, Qos qos, Runnable matched) {
    register(type);
    String profile = UUID.randomUUID().toString();
    try {
      DdsWriter writer =
          new DdsWriter(participant, profile, Profiles.writer(profile, topic, type, qos), matched);
      writers.add(writer);
      tell();
      return writer;
    } catch (IOException e) {
      throw new TransportException("DDS topic %s cannot be opened".formatted(topic), e);
    }
  }

  /** A receiving endpoint; samples and matches are told on native threads. */
  synchronized DdsReader reader(
      String topic, String type, Qos qos, Consumer<Sample> receiver, Runnable matched) {
    register(type);
    String profile = UUID.randomUUID().toString();
    try {
      String xml = Profiles.reader(profile, topic, type, qos);
      DdsReader reader = new DdsReader(participant, topic, profile, xml, lent, receiver, matched);
      readers.add(reader);
      tell();
      return reader;
    } catch (IOException e) {
      throw new TransportException("DDS topic %s cannot be opened".formatted(topic), e);
    }
  }

  synchronized void remove(DdsWriter writer) {
    if (writers.remove(writer)) {
      writer.close();
      tell();
    }
  }

  void remove(DdsReader reader) {
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
