package io.souschef.planner.dialogue;

import java.util.List;
import java.util.Optional;

/**
 * The person whom the robot works for: terminal, web page, ROS, a script. Used by one thread.
 *
 * <pre>{@code
 * final class TakesTheFirst implements User {
 *   public Optional<String> ask(String question, List<String> options) {
 *     return options.stream().findFirst();
 *   }
 *
 *   public void tell(String words) {
 *     System.out.println(words);
 *   }
 * }
 * }</pre>
 *
 * <p>An implementation extends {@code UserContract} in its tests, and a {@link UserProvider} brings
 * it to the command line.
 */
public interface User {

  /**
   * Asks and waits.
   *
   * @param question one short question
   * @param options what is meant to be answered; anything where there are none
   * @return the answer in the person's words; empty when nobody answers
   */
  Optional<String> ask(String question, List<String> options);

  /** Tells something that needs no answer. */
  void tell(String words);

  /** Nobody: whatever is asked goes unanswered. */
  static User nobody() {
    return new User() {
      @Override
      public Optional<String> ask(String question, List<String> options) {
        return Optional.empty();
      }

      @Override
      public void tell(String words) {
        // Nobody listens.
      }
    };
  }
}
