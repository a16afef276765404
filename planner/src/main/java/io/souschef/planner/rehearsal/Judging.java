package io.souschef.planner.rehearsal;

import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.program.meaning.Meant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Judges what may be meant by rehearsing it, before anything moves, and tells every judgement.
 * Stateless.
 *
 * @param ranking the rule
 * @param rehearse what carrying a meaning out would come to
 * @param listener told of the judgements
 * @param <M> what may be meant
 */
public record Judging<M extends Meant>(
    Ranking ranking, Function<M, Rehearsed> rehearse, Consumer<EpisodeEvent> listener) {

  /** What probabilities may differ by and count as equal. */
  private static final double EQUAL = 1e-9;

  /**
   * A meaning as it is judged.
   *
   * @param probability that it is meant, in [0, 1], now that it is known what would come of it
   */
  public record Judged<M extends Meant>(M meaning, double probability, double seconds) {}

  /**
   * Judges meanings.
   *
   * @param all likeliest first
   * @return all of them, likeliest first; of those that are as likely the one that takes less time
   */
  public List<Judged<M>> of(List<M> all) {
    List<Rehearsed> rehearsed = new ArrayList<>();
    if (all.size() > 1 && all.stream().limit(ranking.rehearsed()).anyMatch(Meant::acts)) {
      all.stream()
          .limit(ranking.rehearsed())
          .forEach(one -> rehearsed.add(one.acts() ? rehearse.apply(one) : Rehearsed.STILL));
    }
    double tried = 0;
    double left = 0;
    for (int i = 0; i < rehearsed.size(); i++) {
      tried += all.get(i).probability();
      left += all.get(i).probability() * ranking.share(rehearsed.get(i));
    }
    // Those that were not tried are taken to be as the others are on the whole: they stay.
    double scale = left > 0 ? tried / left : 1;
    List<Judged<M>> judged = new ArrayList<>();
    List<EpisodeEvent.Judgement> told = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      M one = all.get(i);
      if (i >= rehearsed.size()) {
        judged.add(new Judged<>(one, one.probability(), 0));
        continue;
      }
      Rehearsed how = rehearsed.get(i);
      double probability = Math.min(1, one.probability() * ranking.share(how) * scale);
      judged.add(new Judged<>(one, probability, how.seconds()));
      told.add(
          new EpisodeEvent.Judgement(
              one.script(),
              how.obstacle(),
              how.supposed(),
              how.seconds(),
              one.probability(),
              probability));
    }
    if (!told.isEmpty()) {
      listener.accept(new EpisodeEvent.Judged(told));
    }
    judged.sort(
        Comparator.<Judged<M>>comparingDouble(one -> Math.round(one.probability() / EQUAL))
            .reversed()
            .thenComparingDouble(Judged::seconds));
    return judged;
  }
}
