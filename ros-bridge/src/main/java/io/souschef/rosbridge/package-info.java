/** A real robot as a Robot, over ROS 2. */
@NullMarked
package io.souschef.rosbridge;

import org.jspecify.annotations.NullMarked;
