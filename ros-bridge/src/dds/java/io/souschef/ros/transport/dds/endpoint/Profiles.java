package io.souschef.ros.transport.dds.endpoint;

import io.souschef.ros.transport.RosTransport.Qos;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Fast DDS's XML profiles by which participant and endpoints are made. */
final class Profiles {

  private static final int LEASE_S = 10;
  private static final int DEPTH = 20;

  /**
   * Bytes that the system keeps for each socket. A picture of a megabyte comes from Cyclone DDS as
   * some eight hundred datagrams, and Linux's own buffer holds a tenth of them: the rest is lost and
   * sent again a tenth of a second later. Linux gives what net.core.rmem_max allows.
   */
  private static final int SOCKET_BYTES = 4 << 20;

  private Profiles() {}

  private static String document(String inside) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        + "<dds xmlns=\"http://www.eprosima.com/XMLSchemas/fastRTPS_Profiles\"><profiles>"
        + inside
        + "</profiles></dds>";
  }

  /**
   * A participant.
   *
   * @param network address of the one interface to use; empty for all
   */
  static String participant(
      String profile, String name, int domainId, Optional<InetAddress> network) {
    String transports =
        network
            .map(
                address ->
                    "<transport_descriptors><transport_descriptor><transport_id>%s</transport_id>"
                            .formatted(profile)
                        + "<sendBufferSize>%s</sendBufferSize>".formatted(SOCKET_BYTES)
                        + "<receiveBufferSize>%s</receiveBufferSize>".formatted(SOCKET_BYTES)
                        + "<type>UDPv4</type><interfaceWhiteList><address>%s</address>"
                            .formatted(address.getHostAddress())
                        + "</interfaceWhiteList></transport_descriptor></transport_descriptors>")
            .orElse("");
    String use =
        network.isEmpty()
            ? ""
            : "<userTransports><transport_id>%s</transport_id></userTransports>".formatted(profile)
                + "<useBuiltinTransports>false</useBuiltinTransports>";
    return document(
        transports
            + "<participant profile_name=\"%s\"><domainId>%s</domainId><rtps><name>%s</name>"
                .formatted(profile, domainId, name)
            + "<sendSocketBufferSize>%s</sendSocketBufferSize>".formatted(SOCKET_BYTES)
            + "<listenSocketBufferSize>%s</listenSocketBufferSize>".formatted(SOCKET_BYTES)
            + "<builtin><discovery_config><leaseDuration><sec>%s</sec>".formatted(LEASE_S)
            + "<nanosec>0</nanosec></leaseDuration></discovery_config></builtin>"
            + use
            + "</rtps></participant>");
  }

  /**
   * A receiving endpoint. Its history never lets in a sample that is longer than its type is
   * registered with, since native code copies it into a buffer of that size.
   */
  static String reader(String profile, String topic, String type, Qos qos, Optional<String> hash) {
    String reliability = qos == Qos.SENSOR ? "BEST_EFFORT" : "RELIABLE";
    return endpoint("data_reader", profile, topic, type, qos, reliability, "PREALLOCATED", hash);
  }

  /** A sending endpoint; each sample takes the memory that it needs. */
  static String writer(String profile, String topic, String type, Qos qos, Optional<String> hash) {
    return endpoint("data_writer", profile, topic, type, qos, "RELIABLE", "DYNAMIC", hash);
  }

  /** As every rmw since Iron tells a type's hash; its bytes in hex, between dots. */
  private static String userData(String hash) {
    byte[] bytes = "typehash=%s;".formatted(hash).getBytes(StandardCharsets.US_ASCII);
    return "<userData><value>%s</value></userData>"
        .formatted(HexFormat.ofDelimiter(".").formatHex(bytes));
  }

  private static String endpoint(
      String element,
      String profile,
      String topic,
      String type,
      Qos qos,
      String reliability,
      String memory,
      Optional<String> hash) {
    String durability = qos == Qos.LATCHED ? "TRANSIENT_LOCAL" : "VOLATILE";
    boolean one = qos == Qos.LATCHED || type.matches(".*(Image|PointCloud2)_");
    return document(
        "<%s profile_name=\"%s\"><topic><name>%s</name><dataType>%s</dataType>"
                .formatted(element, profile, topic, type)
            + "<historyQos><kind>KEEP_LAST</kind><depth>%s</depth></historyQos>"
                .formatted(one ? 1 : DEPTH)
            + "<resourceLimitsQos><allocated_samples>1</allocated_samples></resourceLimitsQos>"
            + "</topic><qos><durability><kind>%s</kind></durability>".formatted(durability)
            + "<reliability><kind>%s</kind></reliability>".formatted(reliability)
            + hash.map(Profiles::userData).orElse("")
            + "</qos>"
            + "<historyMemoryPolicy>%s</historyMemoryPolicy></%s>".formatted(memory, element));
  }
}
