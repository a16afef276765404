package io.souschef.planner.dialogue;

import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.program.meaning.Meant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Settles what an instruction means: what may be meant is told, what is unclear is asked, and what
 * is settled is carried out. Used by one thread.
 *
 * @param reading what may be meant by what was said, likeliest first
 * @param carryOut what is done with what was said and what is meant by it
 * @param asking when it goes ahead without a question
 */
public record Understanding<M extends Meant>(
    Function<String, List<M>> reading,
    BiFunction<String, M, EpisodeEvent.Ended> carryOut,
    Asking asking) {

  /** Questions about the whole request before it is given up. */
  private static final int MOST_QUESTIONS = 2;

  /**
   * Settles it, and has it carried out to its end.
   *
   * @param person answers questions, with what may be answered; empty when nobody does
   * @param nanoClock monotonic wall clock in nanoseconds; only times of events depend on it
   */
  public EpisodeEvent.Ended of(
      String instruction,
      BiFunction<String, List<String>, Optional<String>> person,
      LongSupplier nanoClock,
      Consumer<EpisodeEvent> listener) {
    String said = instruction;
    List<M> possible = read(said, nanoClock, listener);
    Optional<Doubt<M>> doubt = Doubt.of(possible, asking);
    for (int asked = 0; doubt.isPresent(); asked++) {
      Optional<String> answer =
          asked < MOST_QUESTIONS
              ? person.apply(doubt.get().question(), doubt.get().options())
              : Optional.empty();
      if (answer.isEmpty()) {
        return new EpisodeEvent.Ended(Outcome.UNANSWERED, doubt.get().question(), 0);
      }
      Optional<M> chosen = doubt.get().choice(answer.get());
      if (chosen.isPresent()) {
        return carryOut.apply(said, chosen.get());
      }
      said = said + ". " + answer.get();
      possible = read(said, nanoClock, listener);
      doubt = Doubt.of(possible, asking);
      if (doubt.isPresent()) {
        // Whoever is asked what to do may say it anew from the beginning.
        List<M> anew = read(answer.get(), nanoClock, listener);
        if (Doubt.of(anew, asking).isEmpty()) {
          return carryOut.apply(answer.get(), anew.get(0));
        }
      }
    }
    return carryOut.apply(said, possible.get(0));
  }

  private List<M> read(String said, LongSupplier nanoClock, Consumer<EpisodeEvent> listener) {
    long start = nanoClock.getAsLong();
    List<M> possible = asking.admitted(reading.apply(said));
    listener.accept(
        new EpisodeEvent.Planned(
            possible.stream()
                .map(
                    meant ->
                        new EpisodeEvent.Understood(
                            meant.script(), meant.written(), meant.probability()))
                .toList()));
    listener.accept(new EpisodeEvent.Timed(0, 0, (nanoClock.getAsLong() - start) / 1e6, 0, 0));
    return possible;
  }
}
