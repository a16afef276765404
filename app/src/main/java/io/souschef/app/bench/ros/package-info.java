/** Messages, services and skills over ROS 2. */
@NullMarked
package io.souschef.app.bench.ros;

import org.jspecify.annotations.NullMarked;
