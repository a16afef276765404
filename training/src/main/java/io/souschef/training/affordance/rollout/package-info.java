/**
 * Experience: states drawn from episodes in random scenes, and how each of several skills ended
 * when it was tried from a copy of the world.
 */
@NullMarked
package io.souschef.training.affordance.rollout;

import org.jspecify.annotations.NullMarked;
