/** A kitchen that people watch and steer while the robot works: one thread drives, many look on. */
@NullMarked
package io.souschef.web.live;

import org.jspecify.annotations.NullMarked;
