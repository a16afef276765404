/**
 * The declarations of skills at work: {@link io.souschef.skills.rule.SkillRules} says whether a
 * skill would work in a {@link io.souschef.skills.effect.world.SymbolicWorld} and what that would
 * then be.
 */
@NullMarked
package io.souschef.skills.rule;

import org.jspecify.annotations.NullMarked;
