package io.souschef.planner.decision;

import io.souschef.skills.GroundedSkill;

/**
 * A skill with its scores.
 *
 * @param skill the skill
 * @param logSay natural log of p(skill text | prompt)
 * @param say p(skill) renormalised over all candidates that were scored, in [0, 1]
 * @param can P(success) in [0, 1]
 * @param combined say times can
 */
public record Candidate(
    GroundedSkill skill, double logSay, double say, double can, double combined) {}
