package io.souschef.planner.search;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.effect.world.WorldSketch;
import java.util.List;

/**
 * Skills that lead to something wanted.
 *
 * @param moves in order; none where it is so already
 * @param end the world as it is expected after them; not to be changed
 */
public record Way(List<Move> moves, WorldSketch end) {
  public Way {
    moves = List.copyOf(moves);
  }

  /**
   * One skill of a way.
   *
   * @param skill which
   * @param seconds robot time that it is expected to take, with what earlier failures add
   * @param before the world in which it begins; not to be changed
   */
  public record Move(GroundedSkill skill, double seconds, WorldSketch before) {}

  /** The skills in order. */
  public List<GroundedSkill> skills() {
    return moves.stream().map(Move::skill).toList();
  }

  /** Robot time that it is expected to take, seconds. */
  public double seconds() {
    return moves.stream().mapToDouble(Move::seconds).sum();
  }
}
