/** Robots over ROS 2: a real one as the planner's, and the simulated one as a ROS 2 robot. */
@NullMarked
package io.souschef.app.robot;

import org.jspecify.annotations.NullMarked;
