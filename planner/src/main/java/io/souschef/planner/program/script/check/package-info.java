/** Whether a script makes sense: nothing runs that was not checked here. */
@NullMarked
package io.souschef.planner.program.script.check;

import org.jspecify.annotations.NullMarked;
