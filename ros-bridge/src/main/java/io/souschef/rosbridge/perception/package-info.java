/** From detections, transforms and joint states to an observation in the map frame. */
@NullMarked
package io.souschef.rosbridge.perception;

import org.jspecify.annotations.NullMarked;
