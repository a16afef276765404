/** The commands of robots over ROS 2. */
@NullMarked
package io.souschef.app.cli.robot;

import org.jspecify.annotations.NullMarked;
