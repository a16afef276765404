package io.souschef.sim;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Vocabulary;

/** Keeps skills out whose arguments the kitchen has no word for. */
final class KnownWords {

  private KnownWords() {}

  static void require(Vocabulary vocabulary, GroundedSkill skill) {
    skill
        .arguments()
        .forEach(
            (name, value) -> {
              boolean known =
                  vocabulary.kinds().stream().anyMatch(kind -> kind.noun().equals(value))
                      || vocabulary.places().stream().anyMatch(p -> p.name().equals(value));
              if (!known) {
                throw new IllegalArgumentException(
                    "The robot has no word '%s', argument '%s' of the skill '%s'"
                        .formatted(value, name, skill.text()));
              }
            });
  }
}
