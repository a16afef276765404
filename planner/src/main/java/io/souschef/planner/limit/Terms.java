package io.souschef.planner.limit;

import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Guard;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.Sha256;
import io.souschef.skills.policy.GuardedRobot;
import io.souschef.skills.policy.Policy;
import io.souschef.skills.world.Vocabulary;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * On what terms a robot works: what its user forbids, and how long an episode may last. Immutable.
 *
 * @param policyName what messages call the policy; empty where there is none
 * @param policy its YAML text; empty where there is none
 * @param timeOfDay at which the policy is held to, "22:30"; empty for what this machine's clock
 *     says
 * @param limits how long an episode may last
 */
public record Terms(String policyName, String policy, String timeOfDay, EpisodeLimits limits) {

  /** Nothing is forbidden, and an episode takes as long as it takes. */
  public static final Terms NONE = new Terms("", "", "", EpisodeLimits.NONE);

  /** Whether there is a policy whose rules depend on the time of day. */
  public boolean dependsOnTime() {
    return parsed().filter(Policy::hasTimes).isPresent();
  }

  private Optional<Policy> parsed() {
    return policy.isEmpty() ? Optional.empty() : Optional.of(Policy.parse(policyName, policy));
  }

  /** What there is of it, for a run's specification. */
  public Map<String, String> fingerprints() {
    Map<String, String> all = new TreeMap<>();
    if (!policy.isEmpty()) {
      all.put("policy", Sha256.of(policy, timeOfDay));
    }
    limits.timeS().ifPresent(s -> all.put("limit of time", s + " s"));
    limits.robotTimeS().ifPresent(s -> all.put("limit of robot time", s + " s"));
    limits.tokens().ifPresent(count -> all.put("limit of tokens", Long.toString(count)));
    return all;
  }

  /**
   * Makes sure that a robot understands the policy.
   *
   * @throws InvalidInputException naming the first word that it does not know
   */
  public void require(SkillLibrary library, Vocabulary vocabulary) {
    parsed().ifPresent(read -> over(read, library, vocabulary));
  }

  private Guard over(Policy read, SkillLibrary library, Vocabulary vocabulary) {
    return read.over(library, vocabulary, clock());
  }

  private Clock clock() {
    ZoneId zone = ZoneId.systemDefault();
    return timeOfDay.isEmpty()
        ? Clock.system(zone)
        : Clock.fixed(
            LocalTime.parse(timeOfDay).atDate(LocalDate.EPOCH).atZone(zone).toInstant(), zone);
  }

  /**
   * A planner on these terms.
   *
   * @param library every skill, also those that a robot has no commands for
   * @param say whose tokens are counted where those are limited
   * @throws InvalidInputException when tokens are limited and no server counts any
   */
  public EpisodePlanner around(EpisodePlanner planner, SkillLibrary library, UsefulnessScorer say) {
    if (limits.tokens().isPresent() && say.servedTokens().isEmpty()) {
      throw new InvalidInputException(
          "--max-tokens counts what a server's model reads and writes, and '%s' is in this process; leave it out, or take --llm openai:..."
              .formatted(say.name()));
    }
    EpisodePlanner limited =
        new LimitedPlanner(
            planner, limits, library, System::nanoTime, () -> say.servedTokens().orElse(0));
    Optional<Policy> read = parsed();
    return read.isEmpty()
        ? limited
        : (instruction, robot, about, listener) ->
            limited.run(
                instruction,
                new GuardedRobot(robot, over(read.get(), library, robot.vocabulary())),
                told(about),
                listener);
  }

  /**
   * The same for a robot that is there already.
   *
   * @throws InvalidInputException also when the robot does not understand the policy
   */
  public EpisodePlanner around(
      EpisodePlanner planner, SkillLibrary library, UsefulnessScorer say, Vocabulary words) {
    require(library, words);
    return around(planner, library, say);
  }

  private Map<String, String> told(Map<String, String> about) {
    Map<String, String> all = new TreeMap<>(about);
    all.put("policy", policyName);
    if (!timeOfDay.isEmpty()) {
      all.put("clock", timeOfDay);
    }
    return all;
  }
}
