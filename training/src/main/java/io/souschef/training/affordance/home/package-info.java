/** Homes drawn at random, so that the value function learns what holds in any home. */
@NullMarked
package io.souschef.training.affordance.home;

import org.jspecify.annotations.NullMarked;
