package io.souschef.planner;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.belief.Names;
import io.souschef.planner.dialogue.Answer;
import io.souschef.planner.episode.EarlyEnd;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.errand.Errand;
import io.souschef.planner.errand.Referents;
import io.souschef.planner.errand.Step;
import io.souschef.planner.errand.Ways;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.run.Executive.Achievement;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The acts of an episode, each carried out skill by skill; one may wait while another is carried
 * out. Used by one thread.
 */
final class Errands {

  /**
   * What succeeds less often than this, by the value function, is done only when nothing else is
   * left to try: fewer than one try in ten is not worth the time of another way.
   */
  private static final double DREGS = 0.1;

  private final SkillSteps skills;
  private final Names names;
  private final Referents referents;
  private final Supplier<Ways> ways;
  private final BiFunction<String, List<String>, Optional<String>> asking;
  private final IdentityHashMap<Act, Errand> begun = new IdentityHashMap<>();
  private boolean ruledOut;

  /**
   * Wires errands.
   *
   * @param ways the ways that may be gone now
   * @param asking asks the person a question with options
   */
  Errands(
      SkillSteps skills,
      Names names,
      Referents referents,
      Supplier<Ways> ways,
      BiFunction<String, List<String>, Optional<String>> asking) {
    this.skills = skills;
    this.names = names;
    this.referents = referents;
    this.ways = ways;
    this.asking = asking;
  }

  /** Whether a rule of the robot's guard kept an act from being done. */
  boolean isRuledOut() {
    return ruledOut;
  }

  /**
   * Carries out an act.
   *
   * @param mayPause whether another may come in between, where nothing is begun
   * @return how it went; empty when it waits and is to be carried on
   */
  Optional<Achievement> carryOut(Act act, boolean mayPause) {
    Errand errand = begun.computeIfAbsent(act, one -> Errand.of(one, ways.get(), referents));
    rules().clear();
    while (true) {
      Step step = skills.thinking(() -> errand.next(belief()));
      if (step instanceof Step.End end) {
        begun.remove(act);
        ruledOut |= !end.achieved() && !rules().isEmpty();
        return Optional.of(
            end.achieved()
                ? new Achievement(true, end.message())
                : new Achievement(false, skills.memory().withRules(end.message(), "; ")));
      }
      if (step instanceof Step.Which which) {
        Optional<String> option = choice(which).or(which::otherwise);
        if (option.isEmpty()) {
          throw new EarlyEnd(
              new EpisodeEvent.Ended(Outcome.UNANSWERED, which.question(), skills.taken()));
        }
        errand.answered(option.get());
      } else if (step instanceof Step.Go go) {
        SkillSteps.Valued next = skills.value(go.skill());
        if (next.value() >= DREGS || !errand.isDoubted(go.skill())) {
          errand.happened(go.skill(), skills.execute(next), belief());
          if (mayPause && errand.mayPause(belief())) {
            return Optional.empty();
          }
        }
      }
    }
  }

  private Belief belief() {
    return skills.belief(names);
  }

  /** What the robot's guard said to plans that would have worked, a sentence each. */
  Set<String> rules() {
    return skills.memory().forbidden();
  }

  /** What the person chooses; an answer that fits nothing is asked about once more. */
  Optional<String> choice(Step.Which which) {
    Optional<String> answer = asking.apply(which.question(), which.options());
    Optional<String> option = answer.flatMap(said -> among(which, said));
    if (answer.isEmpty() || option.isPresent() || which.options().isEmpty()) {
      return option;
    }
    return asking
        .apply("I did not understand. " + which.question(), which.options())
        .flatMap(said -> among(which, said));
  }

  private Optional<String> among(Step.Which which, String said) {
    return new Answer(said).among(which.options(), names);
  }
}
