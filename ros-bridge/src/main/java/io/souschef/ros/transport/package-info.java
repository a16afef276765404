/**
 * A ROS 2 graph as a port: topics, services and actions in both roles, with messages as JSON
 * objects. Two ways lead there: rosbridge and native DDS.
 */
@NullMarked
package io.souschef.ros.transport;

import org.jspecify.annotations.NullMarked;
