package io.souschef.rosbridge.transport.dds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import us.ihmc.idl.CDR;
import us.ihmc.idl.InterchangeSerializer;
import us.ihmc.pubsub.TopicDataType;
import us.ihmc.pubsub.common.SerializedPayload;

/** Any type by its name, as bytes that {@link io.souschef.rosbridge.message.CdrCodec} reads. */
final class RawType implements TopicDataType<RawMessage> {

  /** Bytes before the message that tell its encoding. */
  static final int HEADER = 4;

  private final String name;
  private final int limit;

  /**
   * A type.
   *
   * @param limit largest sample in bytes; memory is set aside for it
   */
  RawType(String name, int limit) {
    this.name = name;
    this.limit = limit;
  }

  @Override
  public void serialize(RawMessage message, SerializedPayload payload) throws IOException {
    ByteBuffer out = payload.getData();
    out.clear();
    if (message.body.length + HEADER + 3 > out.capacity()) {
      throw new IOException(
          "A %s of %d bytes is larger than the %d set aside for it"
              .formatted(name, message.body.length, out.capacity()));
    }
    payload.setEncapsulation(SerializedPayload.CDR_LE);
    out.put((byte) 0).put((byte) 1).putShort((short) 0).put(message.body);
    while ((out.position() & 3) != 0) {
      out.put((byte) 0);
    }
    out.flip();
    payload.setLength(out.limit());
  }

  @Override
  public void deserialize(SerializedPayload payload, RawMessage message) {
    ByteBuffer in = payload.getData();
    in.position(0);
    if (in.remaining() < HEADER) {
      message.body = new byte[0];
      return;
    }
    in.get();
    message.order = in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    in.getShort();
    message.body = new byte[in.remaining()];
    in.get(message.body);
  }

  @Override
  public void serialize(RawMessage message, InterchangeSerializer serializer) {
    throw new UnsupportedOperationException("Raw samples have no fields");
  }

  @Override
  public void deserialize(InterchangeSerializer serializer, RawMessage message) {
    throw new UnsupportedOperationException("Raw samples have no fields");
  }

  @Override
  public void serialize(RawMessage message, CDR cdr) {
    throw new UnsupportedOperationException("Raw samples are already CDR");
  }

  @Override
  public void deserialize(RawMessage message, CDR cdr) {
    throw new UnsupportedOperationException("Raw samples are already CDR");
  }

  @Override
  public void copy(RawMessage from, RawMessage to) {
    to.body = from.body.clone();
    to.order = from.order;
  }

  @Override
  public int getTypeSize() {
    return limit;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public RawMessage createData() {
    return new RawMessage();
  }

  @Override
  public TopicDataType<RawMessage> newInstance() {
    return new RawType(name, limit);
  }
}
