package io.souschef.evaluation.episode;

import io.souschef.evaluation.task.Task;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays given skills with the ideal executor, without a planner. Safe to share. */
public final class Rehearsal {

  private final SkillLibrary library;
  private final World.Factory worlds;

  public Rehearsal(SkillLibrary library, World.Factory worlds) {
    this.library = library;
    this.worlds = worlds;
  }

  /**
   * How skills went.
   *
   * @param goal whether the task's goal holds after them
   * @param problem the first skill that failed or that nobody can say, and why
   */
  public record Outcome(boolean goal, Optional<String> problem) {}

  /** Plays the skills with these words; one that fails does not keep the others from their turn. */
  public Outcome play(Task task, long seed, List<String> skills) {
    try (World world = worlds.open(task, seed, World.Executor.IDEAL)) {
      Optional<String> problem = Optional.empty();
      for (String words : skills) {
        Optional<String> fault = play(world.robot(), words);
        problem = problem.or(() -> fault);
      }
      return new Outcome(world.unmet(false, false).isEmpty(), problem);
    }
  }

  private Optional<String> play(Robot robot, String words) {
    Optional<GroundedSkill> skill = library.parse(words, robot.vocabulary(), robot.observe());
    if (skill.isEmpty()) {
      return Optional.of("'%s' is no skill that can be said here".formatted(words));
    }
    var result = robot.execute(skill.get(), progress -> {});
    return result.succeeded()
        ? Optional.empty()
        : Optional.of("'%s' fails: %s".formatted(words, result.message()));
  }

  /**
   * How many of a successful plan's skills can be left out, the last first, with the goal still
   * reached.
   */
  public int redundant(Task task, long seed, List<String> skills) {
    List<String> needed = new ArrayList<>(skills);
    for (int i = needed.size() - 1; i >= 0; i--) {
      List<String> without = new ArrayList<>(needed);
      without.remove(i);
      if (play(task, seed, without).goal()) {
        needed = without;
      }
    }
    return skills.size() - needed.size();
  }
}
