package io.souschef.app.view;

import java.util.List;
import java.util.Optional;

/**
 * A part of an episode's page. The template asks which of them it is.
 *
 * @param kind which
 * @param value what it says
 */
record PagePart(Kind kind, Object value) {

  enum Kind {
    STEP,
    MEANING,
    DRAFT,
    PROMPT,
    STATEMENT,
    NOTE
  }

  /** A program and how probable it is: "0.97". */
  record Meant(String script, String probability, List<Meant> others) {}

  /**
   * A program that a model wrote.
   *
   * @param title how it fared
   * @param because the mistakes for which it was asked; empty for a first one
   * @param mistakes its own
   */
  record Draft(String title, Optional<String> because, String script, List<String> mistakes) {}

  /** A decision and what came of it. */
  static PagePart of(StepPart step) {
    return new PagePart(Kind.STEP, step);
  }

  /** What an instruction was taken to mean. */
  static PagePart of(Meant meaning) {
    return new PagePart(Kind.MEANING, meaning);
  }

  static PagePart of(Draft draft) {
    return new PagePart(Kind.DRAFT, draft);
  }

  /** What a language model was given. */
  static PagePart prompt(String words) {
    return new PagePart(Kind.PROMPT, words);
  }

  /** The statement of a program that is reached. */
  static PagePart statement(String words) {
    return new PagePart(Kind.STATEMENT, words);
  }

  /** A sentence. */
  static PagePart note(String words) {
    return new PagePart(Kind.NOTE, words);
  }

  private Optional<Object> when(Kind asked) {
    return kind == asked ? Optional.of(value) : Optional.empty();
  }

  Optional<Object> step() {
    return when(Kind.STEP);
  }

  Optional<Object> meaning() {
    return when(Kind.MEANING);
  }

  Optional<Object> draft() {
    return when(Kind.DRAFT);
  }

  Optional<Object> prompt() {
    return when(Kind.PROMPT);
  }

  Optional<Object> statement() {
    return when(Kind.STATEMENT);
  }

  Optional<Object> note() {
    return when(Kind.NOTE);
  }
}
