/**
 * Held-out requests in homes in which they make sense: how ways to judge and to carry out programs
 * are chosen, on nothing that an evaluation reports.
 */
@NullMarked
package io.souschef.training.language.trial;

import org.jspecify.annotations.NullMarked;
