/** What programs may speak of and call: words, functions and their types. */
@NullMarked
package io.souschef.planner.program.script.library;

import org.jspecify.annotations.NullMarked;
