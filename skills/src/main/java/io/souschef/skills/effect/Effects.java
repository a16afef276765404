package io.souschef.skills.effect;

import io.souschef.skills.effect.condition.Condition;
import io.souschef.skills.effect.condition.Meaning;
import io.souschef.skills.effect.world.SymbolicWorld;
import java.util.List;

/**
 * What holds after a skill has succeeded. Immutable.
 *
 * @param all in the order in which they are brought about
 */
public record Effects(List<Condition> all) {

  public Effects {
    all = List.copyOf(all);
    for (Condition condition : all) {
      if (!condition.isEffect()) {
        throw new IllegalArgumentException("'%s' is no effect of a skill".formatted(condition));
      }
    }
  }

  /** Changes a world as the skill does. */
  public void bringAbout(SymbolicWorld world, Meaning meaning) {
    for (Condition condition : all) {
      condition.bringAbout(world, meaning);
    }
  }
}
