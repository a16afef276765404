/** A relay of our own, so that a simulated robot needs no ROS 2 installation. */
@NullMarked
package io.souschef.ros.transport.rosbridge.relay;

import org.jspecify.annotations.NullMarked;
