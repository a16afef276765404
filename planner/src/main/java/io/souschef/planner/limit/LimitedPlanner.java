package io.souschef.planner.limit;

import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.Instruction;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Ended;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Any planner within limits. An episode that comes to one ends in order: the running skill is
 * canceled, what is in the hand is put down where that is safe, and the last event says which limit
 * it was. So does one that comes to the planner's own limit of steps. Used by one thread at a time.
 */
public final class LimitedPlanner implements EpisodePlanner {

  private final EpisodePlanner planner;
  private final EpisodeLimits limits;
  private final LongSupplier nanoClock;
  private final LongSupplier tokens;
  private final EmptyHand hand;

  /**
   * Limits a planner.
   *
   * @param library the skills that the robot runs
   * @param nanoClock monotonic wall clock in nanoseconds
   * @param tokens what a server's model has read and written so far
   */
  public LimitedPlanner(
      EpisodePlanner planner,
      EpisodeLimits limits,
      SkillLibrary library,
      LongSupplier nanoClock,
      LongSupplier tokens) {
    this.planner = planner;
    this.limits = limits;
    this.nanoClock = nanoClock;
    this.tokens = tokens;
    this.hand = new EmptyHand(library);
  }

  @Override
  public Ended run(
      Instruction instruction,
      Robot robot,
      Map<String, String> about,
      Consumer<EpisodeEvent> listener) {
    LimitedRobot limited = new LimitedRobot(robot, new Meter(limits, nanoClock, tokens));
    LastStep last = new LastStep(listener);
    Ended ended = planner.run(instruction, limited, about, last);
    Optional<LimitReached> reached =
        ended.outcome() == Outcome.CANCELED ? limited.reached() : Optional.empty();
    if (reached.isPresent()) {
      int executed = limited.hasRefused() ? Math.max(0, ended.steps() - 1) : ended.steps();
      ended = new Ended(reached.get().outcome(), reached.get().words(), executed);
    }
    if (ended.outcome().isLimit()) {
      EmptyHand.Done done = hand.empty(robot, last.step + 1, listener);
      String words = done.words().isEmpty() ? "" : "; " + done.words();
      ended = new Ended(ended.outcome(), ended.message() + words, ended.steps() + done.steps());
    }
    listener.accept(ended);
    return ended;
  }

  /** Passes on every event but the last one, and knows the step that they are at. */
  private static final class LastStep implements Consumer<EpisodeEvent> {
    private final Consumer<EpisodeEvent> listener;
    private int step;

    LastStep(Consumer<EpisodeEvent> listener) {
      this.listener = listener;
    }

    @Override
    public void accept(EpisodeEvent event) {
      if (event instanceof EpisodeEvent.Decided decided) {
        step = decided.step();
      }
      if (!(event instanceof Ended)) {
        listener.accept(event);
      }
    }
  }
}
