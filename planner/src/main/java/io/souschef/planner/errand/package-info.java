/**
 * Carrying out one statement of a program: which things are meant, where to look, what to do next,
 * and when to give up.
 */
@NullMarked
package io.souschef.planner.errand;

import org.jspecify.annotations.NullMarked;
