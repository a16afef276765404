/** From characters to a tree: the small subset of JavaScript that programs are written in. */
@NullMarked
package io.souschef.planner.program.script.syntax;

import org.jspecify.annotations.NullMarked;
