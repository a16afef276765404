/** Recordings as MCAP files, which Foxglove shows and {@code ros2 bag} plays. */
@NullMarked
package io.souschef.ros.mcap;

import org.jspecify.annotations.NullMarked;
