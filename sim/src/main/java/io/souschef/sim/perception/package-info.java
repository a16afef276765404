/** What the robot can see: camera, occlusion, noise, and the memory of what was seen. */
@NullMarked
package io.souschef.sim.perception;

import org.jspecify.annotations.NullMarked;
