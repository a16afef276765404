/** What an instruction may mean, with probabilities. */
@NullMarked
package io.souschef.planner.program.meaning;

import org.jspecify.annotations.NullMarked;
