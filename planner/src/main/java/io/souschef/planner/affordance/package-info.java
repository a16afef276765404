/** Can: how likely a skill is to succeed now. */
@NullMarked
package io.souschef.planner.affordance;

import org.jspecify.annotations.NullMarked;
