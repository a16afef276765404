package io.souschef.planner.played;

import io.souschef.planner.dialogue.User;
import java.util.List;
import java.util.Optional;

/**
 * A person whose answers are known beforehand.
 *
 * @param answers to one question after the other; taken away as they are given
 * @param told what was told to them
 */
public record Talker(List<String> answers, List<String> told) implements User {

  @Override
  public Optional<String> ask(String question, List<String> options) {
    return answers.isEmpty() ? Optional.empty() : Optional.of(answers.remove(0));
  }

  @Override
  public void tell(String words) {
    told.add(words);
  }
}
