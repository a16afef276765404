/** Programs: what an instruction means, as a value; their shorthand and their script. */
@NullMarked
package io.souschef.planner.program;

import org.jspecify.annotations.NullMarked;
