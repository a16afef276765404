package io.souschef.ros.transport.dds;

import io.souschef.ros.config.Connection.Wire;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Where on DDS to be.
 *
 * @param name of the participant, for tools that list them
 * @param domainId as {@code ROS_DOMAIN_ID}
 * @param network address of the one network interface to use; empty for all
 * @param wire how the robot's middleware tells replies apart
 */
public record DdsSettings(String name, int domainId, Optional<InetAddress> network, Wire wire) {}
