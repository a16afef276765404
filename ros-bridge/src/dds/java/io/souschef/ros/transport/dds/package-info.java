/**
 * ROS 2's own wire, without anything on the robot's side: topics, services and actions over DDS, on
 * Fast DDS through IHMC's JNI binding. Its jar holds native libraries and is optional; only the
 * package {@code endpoint} touches it.
 */
@NullMarked
package io.souschef.ros.transport.dds;

import org.jspecify.annotations.NullMarked;
