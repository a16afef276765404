package io.souschef.web.live.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.dialogue.User;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.replay.SceneJson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the robot asks the people who look on, one question at a time. {@link #ask} is called on the
 * thread that drives the robot, answers come on any.
 */
public final class Questions implements User {

  /** How waiting is done, and when it is given up. */
  public interface Waiting {
    /** Returns true when the answer has come, false when the episode was ended. */
    boolean until(Questions questions);
  }

  private final Waiting waiting;
  private final Runnable changed;
  private volatile @Nullable ObjectNode open;
  private volatile @Nullable String answer;

  public Questions(Waiting waiting, Runnable changed) {
    this.waiting = waiting;
    this.changed = changed;
  }

  /**
   * Asks, and waits for an answer.
   *
   * @param choices answers to choose from; anything may be answered when there are none
   * @return what was answered; empty when the episode was ended instead
   */
  @Override
  public Optional<String> ask(String question, List<String> choices) {
    ObjectNode asked = SceneJson.JSON.createObjectNode().put("question", question);
    ArrayNode offered = asked.putArray("choices");
    choices.forEach(offered::add);
    answer = null;
    open = asked;
    changed.run();
    try {
      return waiting.until(this) ? Optional.ofNullable(answer) : Optional.empty();
    } finally {
      open = null;
      changed.run();
    }
  }

  @Override
  public void tell(String words) {
    // What is told is an event of the episode, and shown as such.
  }

  /**
   * Answers the open question.
   *
   * @throws InvalidInputException when none is open
   */
  public void answer(String text) {
    if (open == null) {
      throw new InvalidInputException("The robot has asked nothing");
    }
    answer = text;
  }

  public boolean isAnswered() {
    return answer != null;
  }

  public Optional<ObjectNode> open() {
    return Optional.ofNullable(open);
  }
}
