package io.souschef.evaluation.statistics;

import java.util.List;

/**
 * Robot times of two configurations on the tasks and seeds at which both succeeded: who gives up
 * early is fast, too.
 *
 * @param firstMeanS mean of the first, seconds
 * @param secondMeanS mean of the second, seconds
 * @param signs a sign test: in how many pairs only the first was faster, in how many the second
 */
public record PairedTimes(double firstMeanS, double secondMeanS, PairedTest signs) {

  /** Differences that are no difference: noise of floating point, seconds. */
  private static final double EQUAL_S = 1e-6;

  /** One pair, seconds each. */
  record Pair(double firstS, double secondS) {}

  static PairedTimes of(List<Pair> pairs) {
    int first = (int) pairs.stream().filter(p -> p.firstS() < p.secondS() - EQUAL_S).count();
    int second = (int) pairs.stream().filter(p -> p.secondS() < p.firstS() - EQUAL_S).count();
    return new PairedTimes(
        pairs.stream().mapToDouble(Pair::firstS).average().orElse(0),
        pairs.stream().mapToDouble(Pair::secondS).average().orElse(0),
        PairedTest.mcNemar(pairs.size(), first, second));
  }

  /** How much less the second takes, as a share of the first; negative where it takes more. */
  public double saving() {
    return firstMeanS == 0 ? 0 : 1 - secondMeanS / firstMeanS;
  }
}
