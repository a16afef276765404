package io.souschef.ros.transport.dds.endpoint;

import io.souschef.ros.transport.Causes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import us.ihmc.rtps.impl.fastRTPS.NativeParticipantImpl;
import us.ihmc.rtps.impl.fastRTPS.NativeSubscriberImpl;
import us.ihmc.rtps.impl.fastRTPS.NativeSubscriberListener;
import us.ihmc.rtps.impl.fastRTPS.SampleInfoMarshaller;

/**
 * A receiving endpoint. Native code copies each sample into a buffer without looking at the
 * buffer's size, so that the buffer is as large as the largest sample that the endpoint's history
 * lets in; that is what {@link Sample#NATIVE_LIMIT} is registered for.
 */
public final class DdsReader {

  private static final Logger LOG = LoggerFactory.getLogger(DdsReader.class);

  /** A sample with a message, not the end of a writer; as the native code numbers them. */
  private static final int ALIVE = 0;

  private final String topic;
  private final Consumer<Sample> receiver;
  private final ByteBuffer lent;
  private final Peers peers;
  private final SampleInfoMarshaller info = new SampleInfoMarshaller();
  private final NativeSubscriberListener listener;
  private final NativeSubscriberImpl reader;
  private final Causes dropped = new Causes(Duration.ofSeconds(30));
  private boolean complete;
  private int missed;
  private boolean stopped;

  /**
   * Opens it.
   *
   * @param lent direct buffer of {@link Sample#NATIVE_LIMIT} bytes, shared by a participant's
   *     readers and guarded by its own lock
   * @param receiver gets samples on native threads
   */
  DdsReader(
      NativeParticipantImpl participant,
      String topic,
      String profile,
      String xml,
      ByteBuffer lent,
      Consumer<Sample> receiver,
      Runnable matched)
      throws IOException {
    this.topic = topic;
    this.receiver = receiver;
    this.lent = lent;
    peers = new Peers(matched);
    listener =
        new NativeSubscriberListener() {
          @Override
          public void onSubscriptionMatched(int status, long guidHigh, long guidLow) {
            NativeThreads.detachAtTheirEnd();
            peers.update(status, guidHigh, guidLow);
          }

          @Override
          public void onNewDataMessage() {
            NativeThreads.detachAtTheirEnd();
            arrived();
          }
        };
    reader = new NativeSubscriberImpl(participant, listener);
    if (!reader.createSubscriber(profile, xml, xml.length())) {
      throw new IOException("the middleware refuses it");
    }
    catchUp();
  }

  EndpointId id() {
    return EndpointId.of(reader.getGuidHigh(), reader.getGuidLow());
  }

  /** Who sends to it. */
  public Peers peers() {
    return peers;
  }

  /** Samples may come in before the endpoint's own constructor has returned. */
  private void catchUp() {
    int waiting;
    synchronized (this) {
      complete = true;
      waiting = missed;
    }
    for (int i = 0; i < waiting; i++) {
      arrived();
    }
  }

  /** A native thread must never see an exception. */
  private void arrived() {
    try {
      take().ifPresent(receiver);
    } catch (RuntimeException e) {
      LOG.error("A sample of {} could not be taken in", topic, e);
    }
  }

  // One sample a call: asking for another when there is none is an error to the binding.
  private synchronized Optional<Sample> take() {
    if (!complete) {
      missed++;
      return Optional.empty();
    }
    if (stopped) {
      return Optional.empty();
    }
    byte[] bytes;
    synchronized (lent) {
      if (!reader.takeNextData(lent.capacity(), lent, info) || info.getChangeKind() != ALIVE) {
        return Optional.empty();
      }
      int length = info.getDataLength();
      if (length < Sample.HEADER) {
        return Optional.empty();
      }
      if (length > Sample.LIMIT) {
        drop("one of %s bytes, more than the limit of %s".formatted(length, Sample.LIMIT));
        return Optional.empty();
      }
      bytes = new byte[length];
      lent.clear();
      lent.get(bytes);
    }
    if (bytes[0] != 0 || bytes[1] > 1 || bytes[1] < 0) {
      drop(
          "one in the encoding 0x%s; ROS 2 writes plain CDR, 0x0000 or 0x0001"
              .formatted(HexFormat.of().formatHex(bytes, 0, 2)));
      return Optional.empty();
    }
    return Optional.of(sample(bytes));
  }

  /** Said once a cause, not once a message: whoever floods a topic does not flood the terminal. */
  private void drop(String which) {
    dropped.next(which).ifPresent(words -> LOG.warn("Dropped of {} {}", topic, words));
  }

  private Sample sample(byte[] bytes) {
    ByteOrder order = bytes[1] == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    EndpointId related =
        EndpointId.of(
            info.getRelatedSampleIdentity_GuidHigh(), info.getRelatedSampleIdentity_GuidLow());
    long number =
        ((long) info.getRelatedSampleIdentity_sequenceNumberHigh() << 32)
            | info.getRelatedSampleIdentity_sequenceNumberLow();
    byte[] body = java.util.Arrays.copyOfRange(bytes, Sample.HEADER, bytes.length);
    return new Sample(body, order, related, number);
  }

  /** Waits for what is being taken; nothing is taken afterwards. */
  private synchronized boolean stop() {
    boolean first = !stopped;
    stopped = true;
    return first;
  }

  /** Deleting waits for a running listener, so that it is done without this object's lock. */
  void close() {
    if (stop()) {
      reader.delete();
      listener.delete();
    }
  }
}
