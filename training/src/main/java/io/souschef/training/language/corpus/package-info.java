/**
 * The corpus: requests with their slots filled, a scene laid out around them, and the steps that a
 * symbolic robot takes in it, with its failures and recoveries.
 */
@NullMarked
package io.souschef.training.language.corpus;

import org.jspecify.annotations.NullMarked;
