package io.souschef.planner.search;

import io.souschef.skills.GroundedSkill;
import java.util.List;

/**
 * Skills that lead to something wanted.
 *
 * @param skills in order; none where it is so already
 * @param seconds robot time that they are expected to take
 */
public record Way(List<GroundedSkill> skills, double seconds) {
  public Way {
    skills = List.copyOf(skills);
  }
}
