/** The person who is asked and told. */
@NullMarked
package io.souschef.planner.dialogue;

import org.jspecify.annotations.NullMarked;
