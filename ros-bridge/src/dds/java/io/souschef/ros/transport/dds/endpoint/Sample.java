package io.souschef.ros.transport.dds.endpoint;

import java.nio.ByteOrder;

/**
 * A sample as it came over the wire.
 *
 * @param body CDR without its encapsulation header; maybe up to three bytes of padding at its end
 * @param order of its numbers
 * @param related endpoint whose sample this one answers
 * @param relatedNumber sequence number of that sample
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Sample(byte[] body, ByteOrder order, EndpointId related, long relatedNumber) {

  /** Bytes before the message that tell its encoding. */
  static final int HEADER = 4;

  /** Longest sample that is taken in, header included. */
  static final int LIMIT = 16 << 20;

  /** What native code is lent to copy samples into; it refuses those that are longer. */
  static final int NATIVE_LIMIT = 24 << 20;

  /** Whether it answers a sample of this endpoint. */
  public boolean answers(DdsWriter writer) {
    return related.equals(writer.id());
  }
}
