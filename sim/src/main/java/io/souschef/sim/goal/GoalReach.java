package io.souschef.sim.goal;

import io.souschef.sim.goal.AboutTalk.Asked;
import io.souschef.sim.goal.AboutTalk.Refused;
import io.souschef.sim.goal.Combination.All;
import io.souschef.sim.goal.Combination.Any;

/** Whether goals can hold at all, whatever the robot does to the world. Stateless. */
public final class GoalReach {

  /** What a robot can say. */
  public enum Speech {
    /** It asks and refuses where that is right. */
    ASKS_AND_REFUSES,
    /** It does neither. */
    NEVER
  }

  private GoalReach() {}

  /** Whether some doing of a robot of this kind could make the goal hold. */
  public static boolean canHold(Goal goal, Speech speech) {
    return chances(goal, speech).holding();
  }

  private record Chances(boolean holding, boolean failing) {}

  private static Chances chances(Goal goal, Speech speech) {
    if (goal instanceof Not not) {
      Chances inner = chances(not.goal(), speech);
      return new Chances(/* holding= */ inner.failing(), /* failing= */ inner.holding());
    }
    if (goal instanceof All all) {
      return new Chances(
          all.goals().stream().allMatch(part -> chances(part, speech).holding()),
          all.goals().stream().anyMatch(part -> chances(part, speech).failing()));
    }
    if (goal instanceof Any any) {
      return new Chances(
          any.goals().stream().anyMatch(part -> chances(part, speech).holding()),
          any.goals().stream().allMatch(part -> chances(part, speech).failing()));
    }
    boolean spoken = goal instanceof Asked || goal instanceof Refused;
    return new Chances(!spoken || speech == Speech.ASKS_AND_REFUSES, true);
  }
}
