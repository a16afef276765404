package io.souschef.ros.transport.dds.endpoint;

import java.util.Arrays;
import java.util.HexFormat;
import us.ihmc.pubsub.common.Guid;

/**
 * Which endpoint or participant on the graph: its GUID (RTPS 2.5, 9.3.1).
 *
 * @param hex its sixteen bytes: twelve of its participant, four of its own
 */
public record EndpointId(String hex) {

  /** From the two halves in which native code tells it. */
  static EndpointId of(long high, long low) {
    Guid guid = new Guid();
    guid.fromPrimitives(high, low);
    HexFormat hex = HexFormat.of();
    return new EndpointId(
        hex.formatHex(guid.getGuidPrefix().getValue())
            + hex.formatHex(guid.getEntity().getValue()));
  }

  /** Whether its participant is of a make, by the vendor's two bytes in hex. */
  boolean isOf(String vendor) {
    return hex.startsWith(vendor);
  }

  /** Its bytes; what is left of a longer field is zero. */
  byte[] bytes(int length) {
    return Arrays.copyOf(HexFormat.of().parseHex(hex), length);
  }
}
