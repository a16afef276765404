package io.souschef.planner.agenda;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.errand.Ways;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.Statement;
import io.souschef.skills.effect.world.WorldSketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The statements of a program that are not done yet. It is asked anew which comes next whenever one
 * ends or may be interrupted. Used by one thread.
 */
public final class Agenda {

  /** Acts whose order is thought through at once: more would take too long. */
  private static final int MOST_ACTS = 6;

  /** Robot time that another order must save, seconds: for less, what was said first is first. */
  private static final double LEAST_SAVING_S = 2;

  private final List<Statement> left;
  private final boolean isFree;

  /**
   * An agenda.
   *
   * @param statements in the order in which they were said
   * @param isFree whether that order may be changed
   */
  public Agenda(List<Statement> statements, boolean isFree) {
    this.left = new ArrayList<>(statements);
    this.isFree = isFree;
  }

  /**
   * What comes next.
   *
   * @param order the statements that are thought about now, the next one first
   * @param seconds robot time that they are expected to take in this order; 0 where there was
   *     nothing to choose
   * @param asSaidSeconds the same in the order in which they were said
   */
  public record Plan(List<Statement> order, double seconds, double asSaidSeconds) {
    public Plan {
      order = List.copyOf(order);
    }

    /** What is to be done now. */
    public Statement first() {
      return order.get(0);
    }

    /** What is to be done after that, as far as it is known. */
    public Optional<Statement> second() {
      return order.size() > 1 ? Optional.of(order.get(1)) : Optional.empty();
    }

    /** Whether this is another order than that in which it was said. */
    public boolean isChanged() {
      return seconds < asSaidSeconds;
    }
  }

  public boolean isEmpty() {
    return left.isEmpty();
  }

  /** Whether there is anything to choose: else the next statement is done to its end. */
  public boolean hasChoice() {
    return choosable().size() > 1;
  }

  /** Notes that a statement needs no more thought. */
  public void done(Statement statement) {
    left.removeIf(other -> other == statement);
  }

  /** Acts at the head that may change places. */
  private List<Act> choosable() {
    List<Act> acts = new ArrayList<>();
    for (Statement statement : left) {
      if (!isFree || !Precedence.isMovable(statement) || acts.size() == MOST_ACTS) {
        break;
      }
      acts.add((Act) statement);
    }
    return acts;
  }

  /**
   * Decides what is next.
   *
   * @param placed ids of things that are where they are wanted already
   */
  public Plan next(Belief now, Ways ways, Set<String> placed, Chances chances) {
    List<Act> acts = choosable();
    Precedence precedence = new Precedence(now.names());
    Route.Before before = (i, j) -> precedence.holds(acts.get(i), acts.get(j));
    if (acts.size() < 2 || isFixed(acts.size(), before)) {
      return new Plan(left, 0, 0);
    }
    Outlook outlook = new Outlook(now, ways, placed, chances);
    WorldSketch start = outlook.start(acts);
    Route said = Route.asSaid(acts, outlook, start);
    Route best = Route.cheapest(acts, before, outlook, start).orElse(said);
    if (said.seconds() - best.seconds() < LEAST_SAVING_S) {
      return new Plan(left, said.seconds(), said.seconds());
    }
    List<Statement> order = new ArrayList<>();
    best.order().forEach(i -> order.add(acts.get(i)));
    order.addAll(left.subList(acts.size(), left.size()));
    return new Plan(order, best.seconds(), said.seconds());
  }

  private static boolean isFixed(int size, Route.Before before) {
    for (int i = 1; i < size; i++) {
      if (!before.holds(i - 1, i)) {
        return false;
      }
    }
    return true;
  }
}
