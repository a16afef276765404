/** Any {@code Robot}, above all the simulated one, served as a ROS 2 robot. */
@NullMarked
package io.souschef.ros.node;

import org.jspecify.annotations.NullMarked;
