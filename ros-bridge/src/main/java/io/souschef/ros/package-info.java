/**
 * A real robot as a {@code Robot}: skills become ROS 2 actions, services and topics, what it
 * perceives becomes observations, and a safety gate stands in between. And the other way round: any
 * {@code Robot} as a ROS 2 robot.
 */
@NullMarked
package io.souschef.ros;

import org.jspecify.annotations.NullMarked;
