package io.souschef.planner;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.belief.Names;
import io.souschef.planner.course.Courses;
import io.souschef.planner.course.Next;
import io.souschef.planner.decision.Blend;
import io.souschef.planner.decision.Decision;
import io.souschef.planner.decision.SkillSelector;
import io.souschef.planner.dialogue.Replies;
import io.souschef.planner.dialogue.Understanding;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.episode.EpisodeListener;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.program.Script;
import io.souschef.planner.program.Statement;
import io.souschef.planner.program.meaning.Meanings;
import io.souschef.planner.program.meaning.Meanings.Meaning;
import io.souschef.planner.search.WayFinder;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.PromptHistory;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Plans by programs and step by step at once: say is how likely a skill is the next of the cheapest
 * way over what may be meant, blended with the language model's own view of the next skill; the
 * skill with the highest say times can is executed. What is unclear is asked as by programs alone.
 * Owns neither model nor robot. Used by one thread at a time.
 */
public final class JointPlanner implements EpisodePlanner {

  /** Meanings that are followed side by side. */
  private static final int FOLLOWED = 5;

  private final Model model;
  private final EpisodeParts parts;
  private final ProgramPlanner.Settings settings;
  private final Blend blend;
  private final SkillSelector selector = new SkillSelector();

  /**
   * A language model that both writes programs and scores skills.
   *
   * @param writer writes
   * @param scorer scores
   */
  public record Model(ProgramWriter writer, UsefulnessScorer scorer) {}

  /**
   * Wires a planner.
   *
   * @param settings limit and asking; nothing is rehearsed, and statements keep their order
   * @param nanoClock monotonic wall clock in nanoseconds; only times of events depend on it
   */
  public JointPlanner(
      SkillLibrary library,
      Model model,
      AffordanceFunction can,
      User user,
      ProgramPlanner.Settings settings,
      Blend blend,
      LongSupplier nanoClock) {
    this.model = model;
    this.parts = new EpisodeParts(library, can, user, settings.asking(), nanoClock);
    this.settings = settings;
    this.blend = blend;
  }

  @Override
  public EpisodeEvent.Ended run(
      Instruction instruction,
      Robot robot,
      Map<String, String> about,
      Consumer<EpisodeEvent> events) {
    EpisodeListener listener =
        parts.begin(instruction, model.writer().name(), settings.stepLimit(), about, events);
    return parts.play(
        robot,
        settings.stepLimit(),
        listener,
        episode -> {
          Play play = new Play(robot, episode, listener);
          return new Understanding<Meaning>(play::read, play::carryOut, settings.asking())
              .of(instruction.text(), play::ask, parts.nanoClock(), listener);
        });
  }

  /** One episode. */
  private final class Play {
    private final Robot robot;
    private final Names names;
    private final WayFinder finder;
    private final ProgramEpisode episode;
    private final Consumer<EpisodeEvent> listener;
    private List<Meaning> possible = List.of();
    private boolean answered;
    private Optional<Statement> reached = Optional.empty();

    Play(Robot robot, ProgramEpisode episode, Consumer<EpisodeEvent> listener) {
      this.robot = robot;
      this.names = new Names(robot.vocabulary());
      this.finder = parts.ways().within(robot.guard());
      this.episode = episode;
      this.listener = listener;
    }

    List<Meaning> read(String said) {
      listener.accept(new EpisodeEvent.Prompted(0, model.writer().worded(said)));
      possible = Meanings.of(model.writer().write(said, robot.vocabulary()), names).all();
      return possible;
    }

    Optional<String> ask(String question, List<String> options) {
      Optional<String> answer = episode.ask(question, options);
      answered |= answer.isPresent();
      return answer;
    }

    EpisodeEvent.Ended carryOut(String said, Meaning meant) {
      if (!isFollowed(meant)) {
        return episode.carryOut(meant, false);
      }
      List<Meaning> followed = new ArrayList<>(List.of(meant));
      if (!answered) {
        // Whoever said what is meant has said what is not.
        possible.stream()
            .filter(other -> !other.program().equals(meant.program()) && isFollowed(other))
            .limit(FOLLOWED - 1L)
            .forEach(followed::add);
      }
      return follow(said, new Courses(followed, names, finder));
    }

    private static boolean isFollowed(Meaning meant) {
      return meant.acts() && Replies.refusal(meant.program()).isEmpty();
    }

    private EpisodeEvent.Ended follow(String said, Courses courses) {
      SkillSteps skills = episode.skills();
      PromptHistory history = new PromptHistory(said, PlanPrompt.Style.SCENE, skills.observation());
      while (true) {
        Observation now = skills.observation();
        Map<GroundedSkill, Double> shares =
            skills.thinking(() -> courses.shares(now, this::answer));
        tellReached(courses);
        PlanPrompt prompt = history.prompt();
        Timed timed = decide(prompt, shares, now);
        GroundedSkill skill = timed.decision().chosen().skill();
        listener.accept(
            new EpisodeEvent.Prompted(skills.taken() + 1, model.scorer().worded(prompt)));
        if (skill.isDone()) {
          listener.accept(new EpisodeEvent.Observed(skills.taken() + 1, now));
          listener.accept(new EpisodeEvent.Decided(skills.taken() + 1, timed.decision()));
          return end(courses);
        }
        SkillResult result = skills.execute(timed.decision(), timed.sayMs(), timed.canMs());
        courses.happened(skill, result, skills.observation());
        history.add(skill, result, skills.observation());
      }
    }

    private void tellReached(Courses courses) {
      Optional<Statement> current = courses.leading().current();
      if (current.isPresent() && !current.equals(reached)) {
        listener.accept(new EpisodeEvent.Reached(Script.of(current.get())));
      }
      reached = current;
    }

    private Timed decide(PlanPrompt prompt, Map<GroundedSkill, Double> shares, Observation now) {
      List<GroundedSkill> all = new ArrayList<>(parts.library().ground(robot.vocabulary(), now));
      shares.keySet().stream()
          .filter(skill -> all.stream().noneMatch(other -> isSame(skill, other)))
          .forEach(all::add);
      long start = parts.nanoClock().getAsLong();
      double[] can = AffordanceFunction.checked(parts.can(), now, episode.skills().attempts(), all);
      long valued = parts.nanoClock().getAsLong();
      Map<Integer, Double> scored = scored(prompt, all, can, shares);
      List<Integer> indices = List.copyOf(scored.keySet());
      Decision decision =
          selector.select(
              indices.stream().map(all::get).toList(),
              blend.of(
                  indices.stream().mapToDouble(scored::get).toArray(),
                  indices.stream().mapToDouble(i -> share(all.get(i), shares)).toArray()),
              indices.stream().mapToDouble(i -> can[i]).toArray());
      long said = parts.nanoClock().getAsLong();
      return new Timed(
          new Decision(decision.chosen(), decision.candidates(), all.size()),
          (said - valued) / 1e6,
          (valued - start) / 1e6);
    }

    /** Log p of the skills that the language model likes best, and of all that programs need. */
    private Map<Integer, Double> scored(
        PlanPrompt prompt,
        List<GroundedSkill> all,
        double[] can,
        Map<GroundedSkill, Double> shares) {
      Map<Integer, Double> scored = new LinkedHashMap<>();
      model.scorer().best(prompt, all, can).forEach(one -> scored.put(one.index(), one.logSay()));
      List<Integer> missing = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        if (!scored.containsKey(i) && share(all.get(i), shares) > 0) {
          missing.add(i);
        }
      }
      if (!missing.isEmpty()) {
        double[] logs = model.scorer().score(prompt, missing.stream().map(all::get).toList());
        for (int i = 0; i < logs.length; i++) {
          scored.put(missing.get(i), logs[i]);
        }
      }
      return scored;
    }

    private static double share(GroundedSkill skill, Map<GroundedSkill, Double> shares) {
      return shares.entrySet().stream()
          .filter(entry -> isSame(entry.getKey(), skill))
          .mapToDouble(Map.Entry::getValue)
          .sum();
    }

    private static boolean isSame(GroundedSkill one, GroundedSkill other) {
      return one.equals(other) || (one.isDone() && other.isDone());
    }

    /** What the person answers; where that is nothing that serves, the episode ends. */
    private String answer(Next.Question question) {
      return episode.choose(question.question(), question.options(), question.otherwise());
    }

    private EpisodeEvent.Ended end(Courses courses) {
      List<String> failed = courses.leading().failures();
      courses.leading().told().forEach(episode::tell);
      if (!failed.isEmpty()) {
        String words = String.join("; ", failed);
        episode.tell(words);
        boolean refused = courses.leading().isRuledOut() && episode.skills().taken() == 0;
        return episode.ended(refused ? Outcome.REFUSED : Outcome.GIVEN_UP, words);
      }
      List<String> told = courses.leading().told();
      return episode.ended(
          courses.leading().isRefused() ? Outcome.REFUSED : Outcome.DONE,
          told.isEmpty() ? "All that was wanted is done" : told.get(told.size() - 1));
    }
  }

  /** A decision with what it took to make it, milliseconds. */
  private record Timed(Decision decision, double sayMs, double canMs) {}
}
