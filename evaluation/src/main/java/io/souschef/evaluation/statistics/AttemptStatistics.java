package io.souschef.evaluation.statistics;

import io.souschef.evaluation.run.Attempt;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Figures over attempts of one kind.
 *
 * @param success share in which done was chosen and the goal holds
 * @param goal share in which the goal holds at the end, done or not
 * @param meanSteps skills run, done not counted
 * @param meanRedundant of the attempts it was counted for
 * @param endedEarly done was chosen before the goal was reached
 * @param neverDone the limit of steps was reached first
 * @param errors the robot or its world broke down
 * @param recovery of the attempts with a failed skill or a disturbed world, the share that
 *     succeeded nevertheless
 * @param meanRobotTimeS robot time, seconds
 * @param failures words of a reason to how many skills failed for it
 */
public record AttemptStatistics(
    Rate success,
    Rate goal,
    double meanSteps,
    OptionalDouble meanRedundant,
    int endedEarly,
    int neverDone,
    int errors,
    Rate recovery,
    double meanRobotTimeS,
    Map<String, Integer> failures) {

  /** Counts. */
  public static AttemptStatistics of(Collection<Attempt> attempts) {
    Map<String, Integer> failures = new TreeMap<>();
    attempts.stream()
        .flatMap(attempt -> attempt.steps().stream())
        .filter(Attempt.Step::failed)
        .forEach(step -> failures.merge(step.result(), 1, Integer::sum));
    int troubled = count(attempts, Attempt::isTroubled);
    return new AttemptStatistics(
        Rate.wilson(count(attempts, Attempt::isSuccess), attempts.size()),
        Rate.wilson(count(attempts, Attempt::goal), attempts.size()),
        attempts.stream().mapToInt(attempt -> attempt.steps().size()).average().orElse(0),
        attempts.stream()
            .filter(attempt -> attempt.redundant().isPresent())
            .mapToInt(attempt -> attempt.redundant().getAsInt())
            .average(),
        count(attempts, Attempt::isEndedEarly),
        count(attempts, Attempt::isNeverDone),
        count(attempts, attempt -> attempt.outcome() == Outcome.ERROR),
        Rate.wilson(
            count(attempts, attempt -> attempt.isTroubled() && attempt.isSuccess()), troubled),
        attempts.stream().mapToDouble(Attempt::robotTimeS).average().orElse(0),
        failures);
  }

  private static int count(Collection<Attempt> attempts, Predicate<Attempt> which) {
    return (int) attempts.stream().filter(which).count();
  }
}
