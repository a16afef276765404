/** Trying a program in what is believed, before a robot is moved by it. */
@NullMarked
package io.souschef.planner.rehearsal;

import org.jspecify.annotations.NullMarked;
