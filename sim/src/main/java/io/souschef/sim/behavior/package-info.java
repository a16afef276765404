/**
 * What the body does, one class a skill family. A behaviour moves the body step by step, lets the
 * world go on in between, and ends when the physics says that it succeeded or why it did not.
 */
@NullMarked
package io.souschef.sim.behavior;

import org.jspecify.annotations.NullMarked;
