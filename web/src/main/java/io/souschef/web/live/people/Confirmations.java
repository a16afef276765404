package io.souschef.web.live.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.replay.SceneJson;
import org.jspecify.annotations.Nullable;

/**
 * Whether a command may go to a real robot, asked of the people who look on. Nothing that was asked
 * goes out but by a yes to that very command. Safe for use by any thread.
 */
public final class Confirmations {

  private final boolean always;
  private boolean isOn;
  private Runnable changed = () -> {};
  private long count;
  private @Nullable ObjectNode open;
  private @Nullable Boolean answer;

  /**
   * @param always whether it is asked before every command, whatever people at pages say
   */
  public Confirmations(boolean always) {
    this.always = always;
    isOn = always;
  }

  /** Sets who is told when there is a question and when there is none any more. */
  public synchronized void onChange(Runnable listener) {
    changed = listener;
  }

  /**
   * Asks, and waits as long as it takes; called by the thread that is about to send the command.
   *
   * @param skill words of the skill that the command belongs to
   * @param command full name of the action, service or topic
   * @param message what would be sent
   * @return whether it may go out; true at once where nobody wants to be asked
   */
  public boolean allows(String skill, String command, JsonNode message) {
    Runnable tell;
    synchronized (this) {
      if (!isOn) {
        return true;
      }
      count++;
      answer = null;
      open =
          SceneJson.JSON
              .createObjectNode()
              .put("id", count)
              .put("skill", skill)
              .put("command", command);
      open.set("message", message.deepCopy());
      tell = changed;
    }
    tell.run();
    try {
      return awaited();
    } finally {
      tell.run();
    }
  }

  private synchronized boolean awaited() {
    try {
      while (answer == null) {
        wait();
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      open = null;
      answer = null;
    }
  }

  /**
   * Answers.
   *
   * @param id of the command that is meant
   * @throws InvalidInputException when it is not asked about
   */
  public synchronized void answer(long id, boolean allowed) {
    if (open == null || open.path("id").asLong() != id) {
      throw new InvalidInputException("Command %s does not wait to be confirmed".formatted(id));
    }
    if (answer == null) {
      answer = allowed;
    }
    notifyAll();
  }

  /** Says no to what is asked about, if there is something. */
  public synchronized void drop() {
    if (open != null) {
      answer = false;
      notifyAll();
    }
  }

  /**
   * Sets whether it is asked from now on.
   *
   * @throws InvalidInputException when the command line wants it to be asked
   */
  public void askFirst(boolean on) {
    Runnable tell;
    synchronized (this) {
      if (always && !on) {
        throw new InvalidInputException(
            "serve was started with --confirm: every command is asked about");
      }
      isOn = on;
      tell = changed;
    }
    tell.run();
  }

  /** Puts into a message whether it is asked, and what is asked now. */
  public synchronized void describe(ObjectNode state) {
    state.put("asksFirst", isOn);
    state.put("mustAsk", always);
    if (open != null && answer == null) {
      state.set("confirm", open.deepCopy());
    }
  }
}
