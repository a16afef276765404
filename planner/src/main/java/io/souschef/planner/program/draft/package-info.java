/**
 * Programs from any model that can write: prompted, held to the grammar where it can be, checked.
 */
@NullMarked
package io.souschef.planner.program.draft;

import org.jspecify.annotations.NullMarked;
