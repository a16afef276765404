/**
 * The kitchen as data: furniture, places, kinds of objects, scenes, and how they are read from
 * files.
 */
@NullMarked
package io.souschef.sim.kitchen;

import org.jspecify.annotations.NullMarked;
