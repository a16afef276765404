package com.example.library;

import io.souschef.planner.dialogue.User;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** An own user, who knows beforehand what to answer. */
public final class AnswersFromList implements User {

  private final Deque<String> answers;
  private final List<String> told = new ArrayList<>();

  public AnswersFromList(List<String> answers) {
    this.answers = new ArrayDeque<>(answers);
  }

  @Override
  public Optional<String> ask(String question, List<String> options) {
    told.add(question);
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public void tell(String words) {
    told.add(words);
  }

  /** What was asked and told, in order. */
  public List<String> told() {
    return List.copyOf(told);
  }
}
