package io.souschef.rosbridge.transport.dds;

import com.eprosima.xmlschemas.fastrtps_profiles.DurabilityQosKindPolicyType;
import com.eprosima.xmlschemas.fastrtps_profiles.HistoryQosKindPolicyType;
import com.eprosima.xmlschemas.fastrtps_profiles.ReliabilityQosKindPolicyType;
import io.souschef.rosbridge.transport.RosTransport.Qos;
import io.souschef.rosbridge.transport.TransportException;
import io.souschef.skills.execution.RobotException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import us.ihmc.pubsub.Domain;
import us.ihmc.pubsub.DomainFactory;
import us.ihmc.pubsub.attributes.ParticipantProfile;
import us.ihmc.pubsub.attributes.PublisherAttributes;
import us.ihmc.pubsub.attributes.SubscriberAttributes;
import us.ihmc.pubsub.common.ChangeKind;
import us.ihmc.pubsub.common.LogLevel;
import us.ihmc.pubsub.common.MatchingInfo;
import us.ihmc.pubsub.common.SampleInfo;
import us.ihmc.pubsub.common.Time;
import us.ihmc.pubsub.participant.Participant;
import us.ihmc.pubsub.publisher.Publisher;
import us.ihmc.pubsub.subscriber.Subscriber;
import us.ihmc.pubsub.subscriber.SubscriberListener;

/** This process in a DDS domain. Owns the native participant and its endpoints. */
final class DdsParticipant implements AutoCloseable {

  private static final int DEPTH = 20;
  private static final int LEASE_S = 10;
  private static final int SMALL = 1 << 18;
  private static final int LARGE = 1 << 23;

  /** A sample that came in, on a native thread. */
  interface Listener {
    void received(RawMessage message, SampleInfo info);
  }

  /** A sending endpoint. */
  record Writer(Publisher publisher, Peers peers) {

    /** Sends one sample; the n-th write of an endpoint has the sequence number n. */
    void write(byte[] body) {
      RawMessage message = new RawMessage();
      message.body = body;
      try {
        publisher.write(message);
      } catch (IOException e) {
        throw new TransportException("A DDS sample could not be sent: " + e.getMessage(), e);
      }
    }
  }

  /** A receiving endpoint. */
  record Reader(Subscriber<?> subscriber, Peers peers, Taker taker) {}

  private final Domain domain;
  private final Participant participant;
  private final List<Taker> takers = new ArrayList<>();
  private boolean closed;

  /**
   * Joins a domain.
   *
   * @param network address of the one interface to use; empty for all
   */
  DdsParticipant(String name, int domainId, Optional<InetAddress> network) {
    try {
      domain = DomainFactory.getDefaultDomain();
      domain.setLogLevel(LogLevel.ERROR);
      ParticipantProfile profile =
          ParticipantProfile.create()
              .domainId(domainId)
              .name(name)
              .bindToAddressRestrictions(false, network.map(List::of).orElseGet(List::of))
              .discoveryLeaseDuration(new Time(LEASE_S, 0));
      participant = domain.createParticipant(profile);
    } catch (IOException e) {
      throw new RobotException(
          "DDS domain %d cannot be joined: %s; check the network address"
              .formatted(domainId, e.getMessage()),
          e);
    }
  }

  private RawType type(String name) {
    RawType type = new RawType(name, name.matches(".*(Image|PointCloud2)_") ? LARGE : SMALL);
    if (domain.getRegisteredType(participant, name) == null) {
      domain.registerType(participant, type);
    }
    return type;
  }

  synchronized Writer writer(String topic, String typeName, Qos qos, Runnable matched) {
    Peers peers = new Peers(matched);
    PublisherAttributes attributes =
        PublisherAttributes.create()
            .topicDataType(type(typeName))
            .topicName(topic)
            .reliabilityKind(ReliabilityQosKindPolicyType.RELIABLE)
            .durabilityKind(durability(qos))
            .historyQosPolicyKind(HistoryQosKindPolicyType.KEEP_LAST)
            .historyDepth(depth(qos, typeName));
    try {
      return new Writer(
          domain.createPublisher(participant, attributes, (p, info) -> peers.update(info)), peers);
    } catch (IOException e) {
      throw new TransportException("DDS topic %s cannot be opened".formatted(topic), e);
    }
  }

  synchronized Reader reader(
      String topic, String typeName, Qos qos, Listener listener, Runnable matched) {
    Peers peers = new Peers(matched);
    SubscriberAttributes attributes =
        SubscriberAttributes.create()
            .topicDataType(type(typeName))
            .topicName(topic)
            .reliabilityKind(
                qos == Qos.SENSOR
                    ? ReliabilityQosKindPolicyType.BEST_EFFORT
                    : ReliabilityQosKindPolicyType.RELIABLE)
            .durabilityKind(durability(qos))
            .historyQosPolicyKind(HistoryQosKindPolicyType.KEEP_LAST)
            .historyDepth(depth(qos, typeName));
    try {
      Taker taker = new Taker(listener, peers);
      takers.add(taker);
      return new Reader(domain.createSubscriber(participant, attributes, taker), peers, taker);
    } catch (IOException e) {
      throw new TransportException("DDS topic %s cannot be opened".formatted(topic), e);
    }
  }

  private static DurabilityQosKindPolicyType durability(Qos qos) {
    return qos == Qos.LATCHED
        ? DurabilityQosKindPolicyType.TRANSIENT_LOCAL
        : DurabilityQosKindPolicyType.VOLATILE;
  }

  private static int depth(Qos qos, String typeName) {
    return qos == Qos.LATCHED || typeName.matches(".*(Image|PointCloud2)_") ? 1 : DEPTH;
  }

  synchronized void remove(Writer writer) {
    if (!closed) {
      domain.removePublisher(writer.publisher());
    }
  }

  synchronized void remove(Reader reader) {
    reader.taker().stop();
    takers.remove(reader.taker());
    if (!closed) {
      domain.removeSubscriber(reader.subscriber());
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      takers.forEach(Taker::stop);
      domain.removeParticipant(participant);
    }
  }

  /**
   * Takes what arrives. The binding waits for a running listener before it deletes a subscriber, and
   * lets nothing be taken meanwhile: so a listener must have stopped taking before.
   */
  static final class Taker implements SubscriberListener<RawMessage> {
    private final Listener listener;
    private final Peers peers;
    private boolean stopped;

    private Taker(Listener listener, Peers peers) {
      this.listener = listener;
      this.peers = peers;
    }

    /** Waits for what is being taken; nothing is taken afterwards. */
    private synchronized void stop() {
      stopped = true;
    }

    @Override
    public void onNewDataMessage(Subscriber<RawMessage> subscriber) {
      SampleInfo info = new SampleInfo();
      RawMessage message = new RawMessage();
      if (take(subscriber, message, info)) {
        message.keep(info.getDataLength() - RawType.HEADER);
        listener.received(message, info);
      }
    }

    // One sample a call: asking for another when there is none is an error to the binding.
    private synchronized boolean take(
        Subscriber<RawMessage> subscriber, RawMessage message, SampleInfo info) {
      return !stopped
          && subscriber.takeNextData(message, info)
          && info.getSampleKind() == ChangeKind.ALIVE;
    }

    @Override
    public void onSubscriptionMatched(Subscriber<RawMessage> subscriber, MatchingInfo info) {
      peers.update(info);
    }
  }
}
