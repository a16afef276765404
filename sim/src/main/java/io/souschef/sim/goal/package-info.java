/** The true state of a kitchen, and goals that are judged by it. */
@NullMarked
package io.souschef.sim.goal;

import org.jspecify.annotations.NullMarked;
