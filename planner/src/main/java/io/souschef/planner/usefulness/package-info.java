/** Say: how useful a skill would be, given the instruction and the steps so far. */
@NullMarked
package io.souschef.planner.usefulness;

import org.jspecify.annotations.NullMarked;
