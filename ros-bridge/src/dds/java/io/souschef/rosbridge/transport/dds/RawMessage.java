package io.souschef.rosbridge.transport.dds;

import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A sample as it is on the wire, without its encapsulation header. Filled in by {@link RawType}.
 */
final class RawMessage {

  byte[] body = new byte[0];
  ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  /** Drops what the binding hands over beyond the sample's end. */
  void keep(int length) {
    if (length >= 0 && length < body.length) {
      body = Arrays.copyOf(body, length);
    }
  }
}
