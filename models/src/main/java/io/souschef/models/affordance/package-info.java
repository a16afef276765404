/**
 * Can: how likely a skill is to succeed now, from what the robot observes and from the skill's
 * words. Encoding, the learned function, and the rules it is measured against.
 */
@NullMarked
package io.souschef.models.affordance;

import org.jspecify.annotations.NullMarked;
