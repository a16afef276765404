/** From detections, transforms and joint states to an observation in the map frame. */
@NullMarked
package io.souschef.ros.perception;

import org.jspecify.annotations.NullMarked;
