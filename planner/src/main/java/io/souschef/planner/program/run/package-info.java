/** Carrying a program out, statement by statement. */
@NullMarked
package io.souschef.planner.program.run;

import org.jspecify.annotations.NullMarked;
