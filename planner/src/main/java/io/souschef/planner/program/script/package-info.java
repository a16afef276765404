/** Scripts: programs as people and language models write them, checked before they run. */
@NullMarked
package io.souschef.planner.program.script;

import org.jspecify.annotations.NullMarked;
