package io.souschef.planner.limit;

import io.souschef.planner.decision.Candidate;
import io.souschef.planner.decision.Decision;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.rule.SkillRules;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Puts down what a robot still holds when its episode was cut short: where it stands, if that is a
 * place to put things, and for so long. It drives nowhere and opens nothing for it. Stateless.
 */
final class EmptyHand {

  /** Robot time that it may take, seconds. */
  private static final double LONGEST_S = 40;

  private static final String PUT_DOWN = "put_down";

  private final SkillLibrary library;
  private final SkillRules rules;

  EmptyHand(SkillLibrary library) {
    this.library = library;
    this.rules = new SkillRules(library);
  }

  /**
   * What came of it.
   *
   * @param words half a sentence for people; empty where the hand was empty
   * @param steps skills that were executed
   */
  record Done(String words, int steps) {}

  /** Puts it down; events are told as those of a step. */
  Done empty(Robot robot, int step, Consumer<EpisodeEvent> listener) {
    Observation now;
    try {
      now = robot.observe();
    } catch (RobotException | IllegalStateException e) {
      return new Done("", 0);
    }
    if (now.held().isEmpty()) {
      return new Done("", 0);
    }
    String held = now.held().get().kind();
    Optional<GroundedSkill> skill = skill(robot, now, held);
    if (skill.isEmpty()) {
      return new Done("the %s stays in the hand, since this is no place for it".formatted(held), 0);
    }
    listener.accept(new EpisodeEvent.Observed(step, now));
    Candidate only = new Candidate(skill.get(), 0, 1, 1, 1);
    listener.accept(new EpisodeEvent.Decided(step, new Decision(only, List.of(only), 1)));
    SkillResult result = execute(robot, step, skill.get(), listener);
    String where = now.at().flatMap(robot.vocabulary()::place).map(Place::where).orElse("here");
    return new Done(
        result.succeeded()
            ? "the %s was put down %s".formatted(held, where)
            : "the %s stays in the hand: %s".formatted(held, result.message()),
        1);
  }

  private static SkillResult execute(
      Robot robot, int step, GroundedSkill skill, Consumer<EpisodeEvent> listener) {
    listener.accept(new EpisodeEvent.SkillStarted(step, skill));
    SkillResult result;
    try {
      result =
          robot.execute(
              skill,
              moving -> {
                listener.accept(new EpisodeEvent.SkillProgressed(step, moving));
                if (moving.elapsedS() > LONGEST_S) {
                  robot.cancel();
                }
              });
    } catch (RobotException | IllegalStateException e) {
      result = new SkillResult.Canceled(0, String.valueOf(e.getMessage()));
    }
    listener.accept(new EpisodeEvent.SkillEnded(step, skill, result));
    return result;
  }

  /** What is dropped into a bin is as good as gone, so that is no place to put down. */
  private Optional<GroundedSkill> skill(Robot robot, Observation now, String held) {
    boolean good =
        now.at()
            .flatMap(robot.vocabulary()::place)
            .filter(place -> place.kind() != Place.Kind.BIN)
            .isPresent();
    WorldSketch world = WorldSketch.of(now, robot.vocabulary());
    return library.ground(robot.vocabulary(), now).stream()
        .filter(skill -> good && skill.action().equals(PUT_DOWN))
        .filter(skill -> skill.arguments().containsValue(held))
        .filter(skill -> rules.check(skill, world).isPossible())
        .filter(skill -> robot.guard().objection(skill, world).isEmpty())
        .findFirst();
  }
}
