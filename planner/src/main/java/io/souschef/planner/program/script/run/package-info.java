/** Runs checked scripts on an executive, within limits. */
@NullMarked
package io.souschef.planner.program.script.run;

import org.jspecify.annotations.NullMarked;
