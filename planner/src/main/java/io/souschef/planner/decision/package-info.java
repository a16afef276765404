/** Say times can, and the skill that comes out of it. */
@NullMarked
package io.souschef.planner.decision;

import org.jspecify.annotations.NullMarked;
