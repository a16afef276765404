package io.souschef.planner.errand;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.belief.Names;
import io.souschef.planner.program.Act;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.SkillResult;
import java.util.List;
import java.util.Optional;

/** Carrying out one act, skill by skill. It is asked anew after every skill. Used by one thread. */
public interface Errand {

  /** What comes next, as things are now. */
  Step next(Belief now);

  /** Tells how the skill went that it asked for. */
  void happened(GroundedSkill skill, SkillResult result, Belief now);

  /**
   * Tells that the skill it asked for can hardly succeed.
   *
   * @return whether it thinks of something else, and is to be asked again; false where there is
   *     nothing else
   */
  default boolean isDoubted(GroundedSkill skill) {
    return false;
  }

  /**
   * Whether another errand may come in between now: nothing is begun, neither a door nor a hand is
   * left as this one has made it.
   */
  default boolean mayPause(Belief now) {
    return false;
  }

  /** Tells what the person answered to its last question: one of the options. */
  void answered(String option);

  /** The errand of an act. */
  static Errand of(Act act, Ways ways, Referents referents) {
    return act.things().isEmpty()
        ? new PlaceErrand(act, ways)
        : new ThingErrand(act, ways, referents);
  }

  /**
   * Places to which an act that {@linkplain Act#carries carries} may take things; none where the
   * robot knows no such place.
   */
  static List<String> destinations(Act act, Names names) {
    return Destination.places(act, names);
  }

  /** A short question between options. */
  static Step.Which which(
      String words, List<String> options, Optional<String> doing, Optional<String> otherwise) {
    String choice =
        options.isEmpty()
            ? ""
            : ": the "
                + String.join(", the ", options.subList(0, options.size() - 1))
                + (options.size() > 1 ? " or the " : "")
                + options.get(options.size() - 1);
    return new Step.Which(
        "Which %s do you mean%s%s?".formatted(words, doing.map(d -> " to " + d).orElse(""), choice),
        options,
        otherwise);
  }
}
