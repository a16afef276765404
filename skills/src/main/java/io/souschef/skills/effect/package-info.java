/**
 * What a skill needs and does, declared once in {@code skills.yaml} and read by all who reason: the
 * ideal executor, the look-ahead, training, the value function by rules. A {@link
 * io.souschef.skills.effect.world.SymbolicWorld} is what they reason about, {@link
 * io.souschef.skills.rule.SkillRules} applies the declarations to it.
 */
@NullMarked
package io.souschef.skills.effect;

import org.jspecify.annotations.NullMarked;
