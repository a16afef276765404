package io.souschef.ros.transport.dds.endpoint;

import io.souschef.ros.transport.TransportException;
import java.io.IOException;
import java.nio.ByteBuffer;
import us.ihmc.pubsub.common.SerializedPayload;
import us.ihmc.rtps.impl.fastRTPS.NativeParticipantImpl;
import us.ihmc.rtps.impl.fastRTPS.NativePublisherImpl;
import us.ihmc.rtps.impl.fastRTPS.NativePublisherListener;

/** A sending endpoint. Safe for use by many threads. */
public final class DdsWriter {

  private static final int SMALL = 1 << 12;
  private static final short LITTLE_ENDIAN = 1;

  private final Peers peers;
  private final NativePublisherListener listener;
  private final NativePublisherImpl writer;
  private final EndpointId id;
  private final ByteBuffer noKey = ByteBuffer.allocateDirect(16);
  private ByteBuffer buffer = ByteBuffer.allocateDirect(SMALL);
  private boolean closed;

  /**
   * Opens it.
   *
   * @param profile its name in the XML
   * @param xml its qualities of service
   */
  DdsWriter(NativeParticipantImpl participant, String profile, String xml, Runnable matched)
      throws IOException {
    peers = new Peers(matched);
    listener =
        new NativePublisherListener() {
          @Override
          public void onWriterMatched(int status, long guidHigh, long guidLow) {
            NativeThreads.detachAtTheirEnd();
            peers.update(status, guidHigh, guidLow);
          }
        };
    writer = new NativePublisherImpl(participant, listener);
    if (!writer.createPublisher(profile, xml, xml.length())) {
      throw new IOException("the middleware refuses it");
    }
    id = EndpointId.of(writer.getGuidHigh(), writer.getGuidLow());
  }

  /** Who listens to it. */
  public Peers peers() {
    return peers;
  }

  EndpointId id() {
    return id;
  }

  /**
   * Sends one sample; the n-th write of an endpoint has the sequence number n.
   *
   * @throws TransportException when it is longer than {@link Sample#LIMIT}
   */
  public void write(byte[] body) {
    write(LITTLE_ENDIAN, body);
  }

  /**
   * The same in any encoding, or what is none.
   *
   * @param encoding two bytes as RTPS 2.5, 10.2 has them
   */
  synchronized void write(short encoding, byte[] body) {
    int length = (Sample.HEADER + body.length + 3) & ~3;
    if (length > Sample.LIMIT) {
      throw new TransportException(
          "A DDS sample of %s bytes is not sent; the limit is %s"
              .formatted(body.length, Sample.LIMIT - Sample.HEADER));
    }
    if (closed) {
      return;
    }
    ByteBuffer out = length <= buffer.capacity() ? buffer : ByteBuffer.allocateDirect(length);
    if (length <= Sample.LIMIT / 16) {
      buffer = out; // one large picture does not keep its memory for ever
    }
    out.clear();
    out.putShort(encoding).putShort((short) 0).put(body);
    while (out.position() < length) {
      out.put((byte) 0);
    }
    writer.write(out, length, SerializedPayload.CDR_LE, noKey, 0);
  }

  synchronized void close() {
    if (!closed) {
      closed = true;
      writer.delete();
      listener.delete();
    }
  }
}
