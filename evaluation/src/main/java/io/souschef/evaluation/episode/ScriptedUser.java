package io.souschef.evaluation.episode;

import io.souschef.planner.dialogue.User;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * A person whose answers are known beforehand: the n-th question gets the n-th answer, whatever was
 * asked, and later ones get none. For one episode; one thread.
 */
final class ScriptedUser implements User {

  private final Queue<String> answers;

  /**
   * A person.
   *
   * @param answers in the order in which they are given
   */
  ScriptedUser(Collection<String> answers) {
    this.answers = new ArrayDeque<>(answers);
  }

  @Override
  public Optional<String> ask(String question, List<String> options) {
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public void tell(String words) {
    // What is told is in the trace; the script has no reply to it.
  }
}
