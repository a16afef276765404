package io.souschef.skills.execution;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.effect.world.WorldSketch;
import java.util.Optional;

/**
 * What a robot will not do, whoever asks: for those who think ahead, so that they need not find out
 * by being refused. Stateless but for the time of day, and safe to share.
 */
@FunctionalInterface
public interface Guard {

  /** Forbids nothing. */
  Guard NONE = (skill, now) -> Optional.empty();

  /**
   * Why a skill may not be executed.
   *
   * @param now the world before it; not changed
   * @return the rule's words: "no knife to the user"; empty where the skill is allowed
   */
  Optional<String> objection(GroundedSkill skill, WorldSketch now);

  /** An objection as a sentence for people. */
  static String sentence(String words) {
    return "The policy forbids it: " + words;
  }
}
