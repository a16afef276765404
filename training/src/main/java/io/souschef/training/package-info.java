/** How the shipped weights are made, from rollouts and text. */
@NullMarked
package io.souschef.training;

import org.jspecify.annotations.NullMarked;
