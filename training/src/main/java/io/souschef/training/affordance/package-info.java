/** How the value function is made: rollouts, training, export, and its judgement. */
@NullMarked
package io.souschef.training.affordance;

import org.jspecify.annotations.NullMarked;
