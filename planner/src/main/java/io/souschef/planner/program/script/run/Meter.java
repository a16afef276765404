package io.souschef.planner.program.script.run;

import io.souschef.planner.program.script.syntax.Node;
import io.souschef.planner.program.script.syntax.Position;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Counts what a program does. Used by one thread. */
final class Meter {

  private static final int CHARACTERS_A_VALUE = 100;

  private final Limits limits;
  private final InstantSource clock;
  private final Consumer<Position> listener;
  private final Instant end;
  private int statements;
  private int calls;
  private int looks;
  private long values;
  private int tries;
  private Optional<Position> at = Optional.empty();
  private Optional<Position> failedAt = Optional.empty();
  private final List<String> failures = new ArrayList<>();

  Meter(Limits limits, InstantSource clock, Consumer<Position> listener) {
    this.limits = limits;
    this.clock = clock;
    this.listener = listener;
    this.end = clock.instant().plus(limits.time());
  }

  /** The statement that runs. */
  Optional<Position> at() {
    return at;
  }

  /** A block whose failures are caught begins or ends. */
  void trying(boolean begins) {
    tries += begins ? 1 : -1;
  }

  /**
   * An act was not achieved: caught where the program catches; else the rest is done all the same,
   * as a person would.
   */
  void failed(String message) {
    if (tries > 0) {
      throw new Failed(message);
    }
    failures.add(message);
    failedAt = failedAt.or(() -> at);
  }

  /** Acts that were not achieved and not caught. */
  int failures() {
    return failures.size();
  }

  /** The end of a program that came to its end. */
  Ending end() {
    return failures.isEmpty()
        ? new Ending(Ending.Kind.DONE, "The program is done", Optional.empty(), 0)
        : new Ending(Ending.Kind.FAILED, String.join("; ", failures), failedAt, failures.size());
  }

  void statement(Node node) {
    at = Optional.of(node.at());
    round();
    listener.accept(node.at());
  }

  /** A round of a loop counts as a statement, so that empty loops end, too. */
  void round() {
    check(++statements, limits.statements(), "statements: does a loop not end?");
  }

  void call() {
    check(++calls, limits.calls(), "acts and sentences: ask for less");
  }

  void look() {
    check(++looks, limits.looks(), "questions about the kitchen: keep answers in variables");
  }

  /** The rounds of one loop. */
  void rounds(int rounds) {
    if (rounds > limits.rounds()) {
      throw new Ended(
          Ending.Kind.LIMIT,
          "The program was ended, since a while loop went round more than %s times"
              .formatted(limits.rounds()));
    }
  }

  /** A value is worked out: what is done within a statement counts, too. */
  void value() {
    work(1);
  }

  private void work(int much) {
    values += much;
    if (values > limits.values()) {
      throw new Ended(
          Ending.Kind.LIMIT,
          "The program was ended after %s values were worked out: keep what is needed again in variables"
              .formatted(limits.values()));
    }
  }

  /** A text is put together; a long one is as much work as several values. */
  String text(String text) {
    work(text.length() / CHARACTERS_A_VALUE);
    if (text.length() > limits.textLength()) {
      throw new Ended(
          Ending.Kind.LIMIT,
          "The program was ended, since a text grew beyond %s characters"
              .formatted(limits.textLength()));
    }
    return text;
  }

  private void check(int count, int most, String of) {
    if (count > most) {
      throw new Ended(Ending.Kind.LIMIT, "The program was ended after %s %s".formatted(most, of));
    }
    if (clock.instant().isAfter(end)) {
      throw new Ended(
          Ending.Kind.LIMIT,
          "The program was ended after %s s: ask for less".formatted(limits.time().toSeconds()));
    }
  }

  /** The program is over: refused, stopped, or at a limit. Nothing in it catches this. */
  static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Ending.Kind kind;

    Ended(Ending.Kind kind, String message) {
      super(message, null, false, false);
      this.kind = kind;
    }

    Ending.Kind kind() {
      return kind;
    }
  }
}
