package io.souschef.planner;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.Attempts;
import io.souschef.planner.belief.Expectation;
import io.souschef.planner.decision.Decision;
import io.souschef.planner.decision.SkillSelector;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.episode.EpisodeListener;
import io.souschef.planner.usefulness.Forethought;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.PromptHistory;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.rule.SkillRules;
import io.souschef.skills.text.Counted;
import io.souschef.skills.world.Observation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The loop of SayCan (Ahn et al., arXiv 2204.01691, algorithm 1), closed over the outcome of every
 * step: observe, ground, score what is useful and what is feasible, execute the best, remember.
 * Used by one thread at a time; it owns neither scorer nor robot.
 */
public final class SayCanPlanner implements EpisodePlanner {

  /**
   * How an episode is run.
   *
   * @param style how much the prompt tells
   * @param stepLimit skills executed at most before the episode ends without done
   * @param scores which candidates get a score
   * @param thinkAhead whether the next decision is prepared while a skill runs, on a second thread;
   *     a model behind a server, which may be paid by the word, is never asked in vain
   */
  public record Settings(PlanPrompt.Style style, int stepLimit, Scores scores, boolean thinkAhead) {

    /** Which candidates get a score. The skill that is chosen is the same. */
    public enum Scores {
      /** Every candidate: for display and evaluation. */
      ALL,
      /** At least the best; say is then renormalised over those that were scored. */
      BEST
    }

    /** Thinks of the next skill when it is due. */
    public Settings(PlanPrompt.Style style, int stepLimit, Scores scores) {
      this(style, stepLimit, scores, false);
    }

    /** Scores every candidate. */
    public Settings(PlanPrompt.Style style, int stepLimit) {
      this(style, stepLimit, Scores.ALL);
    }

    public Settings {
      if (stepLimit < 1) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "The step limit must be at least 1, got %d", stepLimit));
      }
    }
  }

  /** Skills that the robot's guard forbids, in an episode, before it is clear what is wanted. */
  private static final int MOST_FORBIDDEN = 3;

  /** Candidates that are told where not all are wanted. */
  private static final int SHOWN = 8;

  private final SkillLibrary library;
  private final SkillRules rules;
  private final UsefulnessScorer say;
  private final AffordanceFunction can;
  private final Settings settings;
  private final LongSupplier nanoClock;
  private final SkillSelector selector = new SkillSelector();

  /**
   * Wires a planner.
   *
   * @param nanoClock monotonic wall clock in nanoseconds; only {@link EpisodeEvent.Timed} depends
   *     on it
   */
  public SayCanPlanner(
      SkillLibrary library,
      UsefulnessScorer say,
      AffordanceFunction can,
      Settings settings,
      LongSupplier nanoClock) {
    this.library = library;
    this.rules = new SkillRules(library);
    this.say = say;
    this.can = can;
    this.settings = settings;
    this.nanoClock = nanoClock;
  }

  @Override
  public EpisodeEvent.Ended run(
      Instruction instruction,
      Robot robot,
      Map<String, String> about,
      Consumer<EpisodeEvent> events) {
    EpisodeListener listener = new EpisodeListener(events);
    listener.accept(
        new EpisodeEvent.Started(
            instruction.text(),
            say.name(),
            can.name(),
            settings.style(),
            settings.stepLimit(),
            about));
    Progression progression = new Progression(listener);
    boolean thinks = settings.thinkAhead() && say.servedTokens().isEmpty();
    return listener.play(
        () -> {
          if (!thinks) {
            return loop(instruction, robot, listener, progression, Optional.empty());
          }
          try (Forethought forethought = new Forethought(say)) {
            return loop(instruction, robot, listener, progression, Optional.of(forethought));
          }
        });
  }

  private EpisodeEvent.Ended loop(
      Instruction instruction,
      Robot robot,
      Consumer<EpisodeEvent> listener,
      Progression progression,
      Optional<Forethought> forethought) {
    Observation observation = robot.observe();
    PromptHistory history = new PromptHistory(instruction.text(), settings.style(), observation);
    Attempts attempts = Attempts.none();
    double observeMs = 0;
    int forbidden = 0;
    for (int step = 1; ; step++) {
      listener.accept(new EpisodeEvent.Observed(step, observation));
      long start = nanoClock.getAsLong();
      Optional<Forethought.Thought> thought = forethought.flatMap(Forethought::take);
      List<GroundedSkill> skills = library.ground(robot.vocabulary(), observation);
      long grounded = nanoClock.getAsLong();
      double[] feasible = AffordanceFunction.checked(can, observation, attempts, skills);
      long valued = nanoClock.getAsLong();
      PlanPrompt prompt = history.prompt();
      Optional<String> difference = thought.map(known -> known.difference(prompt, skills));
      Decision decision =
          thought
              .filter(known -> difference.filter(String::isEmpty).isPresent())
              .flatMap(Forethought.Thought::logSay)
              .map(logSay -> shown(selector.select(skills, logSay, feasible)))
              .orElseGet(() -> decide(prompt, skills, feasible));
      long said = nanoClock.getAsLong();
      if (difference.isPresent()) {
        listener.accept(
            new EpisodeEvent.ThoughtAhead(step, difference.get().isEmpty(), difference.get()));
      }
      listener.accept(new EpisodeEvent.Prompted(step, say.worded(prompt)));
      listener.accept(new EpisodeEvent.Decided(step, decision));
      GroundedSkill skill = decision.chosen().skill();
      if (skill.isDone() || step > settings.stepLimit()) {
        listener.accept(
            new EpisodeEvent.Timed(
                step, observeMs + ms(start, grounded), ms(valued, said), ms(grounded, valued), 0));
        return skill.isDone()
            ? new EpisodeEvent.Ended(Outcome.DONE, "The planner chose done", step - 1)
            : new EpisodeEvent.Ended(
                Outcome.STEP_LIMIT,
                "The limit of %s was reached before done; raise --steps"
                    .formatted(Counted.of(settings.stepLimit(), "step")),
                step - 1);
      }
      if (forethought.isPresent()) {
        Observation before = observation;
        forethought.get().begin(() -> expected(skill, robot, before, history));
      }
      SkillResult result = progression.execute(robot, step, skill);
      long executed = nanoClock.getAsLong();
      listener.accept(
          new EpisodeEvent.Timed(
              step,
              observeMs + ms(start, grounded),
              ms(valued, said),
              ms(grounded, valued),
              ms(said, executed)));
      if (result instanceof SkillResult.Canceled) {
        return new EpisodeEvent.Ended(Outcome.CANCELED, result.message(), step);
      }
      if (isForbidden(result) && ++forbidden == MOST_FORBIDDEN) {
        return new EpisodeEvent.Ended(Outcome.REFUSED, result.message(), step);
      }
      observation = robot.observe();
      observeMs = ms(executed, nanoClock.getAsLong());
      history.add(skill, result, observation);
      attempts = attempts.and(skill, result);
    }
  }

  private static boolean isForbidden(SkillResult result) {
    return result instanceof SkillResult.Failed failed
        && failed.reason() == FailureReason.FORBIDDEN;
  }

  /** What will be asked next if the skill goes as it is declared; empty where nobody knows. */
  private Optional<Forethought.Question> expected(
      GroundedSkill skill, Robot robot, Observation before, PromptHistory history) {
    return Expectation.after(skill, before, robot.vocabulary(), rules)
        .map(
            after -> {
              PromptHistory longer = history.copy();
              longer.add(skill, new SkillResult.Succeeded(0, ""), after);
              return new Forethought.Question(
                  longer.prompt(), library.ground(robot.vocabulary(), after));
            });
  }

  /** A decision of which every candidate was scored, as long as those that are not. */
  private Decision shown(Decision decision) {
    return settings.scores() == Settings.Scores.ALL
        ? decision
        : new Decision(
            decision.chosen(),
            decision.candidates().stream().limit(SHOWN).toList(),
            decision.skills());
  }

  private Decision decide(PlanPrompt prompt, List<GroundedSkill> skills, double[] feasible) {
    return switch (settings.scores()) {
      case ALL -> selector.select(skills, say.score(prompt, skills), feasible);
      case BEST -> {
        List<UsefulnessScorer.Scored> scored = say.best(prompt, skills, feasible);
        Decision decision =
            selector.select(
                scored.stream().map(score -> skills.get(score.index())).toList(),
                scored.stream().mapToDouble(UsefulnessScorer.Scored::logSay).toArray(),
                scored.stream().mapToDouble(score -> feasible[score.index()]).toArray());
        yield new Decision(decision.chosen(), decision.candidates(), skills.size());
      }
    };
  }

  private static double ms(long fromNanos, long toNanos) {
    return (toNanos - fromNanos) / 1e6;
  }

  /** Executes skills and tells the listener about them. */
  private static final class Progression {
    private final Consumer<EpisodeEvent> listener;

    Progression(Consumer<EpisodeEvent> listener) {
      this.listener = listener;
    }

    SkillResult execute(Robot robot, int step, GroundedSkill skill) {
      listener.accept(new EpisodeEvent.SkillStarted(step, skill));
      SkillResult result =
          robot.execute(
              skill, progress -> listener.accept(new EpisodeEvent.SkillProgressed(step, progress)));
      listener.accept(new EpisodeEvent.SkillEnded(step, skill, result));
      return result;
    }
  }
}
