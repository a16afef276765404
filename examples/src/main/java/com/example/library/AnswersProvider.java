package com.example.library;

import io.souschef.planner.dialogue.User;
import io.souschef.planner.dialogue.UserProvider;
import java.util.List;

/** {@code --user answers:yes,no}. */
public final class AnswersProvider implements UserProvider {

  @Override
  public String scheme() {
    return "answers";
  }

  @Override
  public String description() {
    return "answers in order, with commas between: answers:the novel,yes";
  }

  @Override
  public User open(String argument) {
    return new AnswersFromList(argument.isBlank() ? List.of() : List.of(argument.split(",")));
  }
}
