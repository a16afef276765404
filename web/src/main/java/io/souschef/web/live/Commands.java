package io.souschef.web.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.planner.Instruction;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.live.mind.Brain;
import io.souschef.web.live.mind.Minds;
import io.souschef.web.replay.SceneJson;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What people at the other end of a wire may ask of a robot, as JSON objects with a field {@code
 * type}. Safe for use by any thread.
 */
public final class Commands {

  /** Longest command that is read, characters. */
  public static final int MOST_CHARACTERS = 16_384;

  /** How the names of senders begin that are not at the end of a wire. */
  public static final String PROGRAM = "program ";

  /** Whoever sees that something goes wrong may stop it, whoever drives. */
  private static final Set<String> FOR_ALL = Set.of("stop", "hold", "take_over", "hand_over");

  private final Live live;
  private final Minds minds;

  /** Commands for a robot with which nothing can be chosen. */
  public Commands(Live live, Brain brain) {
    this(live, Minds.of(brain));
  }

  /** Commands for a robot, with what people may choose there. */
  public Commands(Live live, Minds minds) {
    this.live = live;
    this.minds = minds;
    live.offer(minds.choices());
  }

  /**
   * Carries out a command that came over a viewer's wire, and tells the viewer if it is refused.
   */
  public void accept(String viewer, String json) {
    var unused =
        execute(viewer, json)
            .exceptionally(
                fault -> {
                  live.refuse(viewer, reason(fault));
                  return null;
                });
  }

  /**
   * Carries out a command.
   *
   * @param who a name of the sender, for one at a time drives
   * @return completed when it is accepted, or done where it is done by hand; exceptionally, with an
   *     {@link InvalidInputException} for what the sender can mend, when it is refused
   */
  public CompletableFuture<Void> execute(String who, String json) {
    try {
      if (json.length() > MOST_CHARACTERS) {
        throw new InvalidInputException(
            "A command has at most %s characters, got %s"
                .formatted(MOST_CHARACTERS, json.length()));
      }
      JsonNode command = SceneJson.JSON.readTree(json);
      String type = Fields.text(command, "type");
      if (!FOR_ALL.contains(type)) {
        live.wheel().require(who);
        if (who.startsWith(PROGRAM)) {
          live.wheel().release(who); // nobody could tell when a program has left
        }
        live.changed();
      }
      return execute(who, type, command);
    } catch (JsonProcessingException e) {
      return CompletableFuture.failedFuture(
          new InvalidInputException(
              "A command is a JSON object such as {\"type\":\"pause\"}; this is no JSON from column %s on"
                  .formatted(e.getLocation() == null ? 1 : e.getLocation().getColumnNr()),
              e));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** What can be said about a refusal to whoever asked. */
  public static String reason(Throwable fault) {
    Throwable cause = fault.getCause() == null ? fault : fault.getCause();
    Throwable told = fault instanceof InvalidInputException ? fault : cause;
    return told instanceof InvalidInputException
        ? String.valueOf(told.getMessage())
        : "That went wrong in the kitchen; see the program's output";
  }

  private CompletableFuture<Void> execute(String who, String type, JsonNode command) {
    switch (type) {
      case "instruct" -> live.instruct(brain(), new Instruction(Fields.text(command, "text")));
      case "choose" -> live.choose(Fields.name(command, "name"), Fields.name(command, "value"));
      case "pause" -> live.pause();
      case "resume" -> live.resume();
      case "step" -> live.step();
      case "cancel" -> live.cancel();
      case "stop" -> live.emergencyStop();
      case "answer" ->
          live.questions().answer(new Instruction(Fields.text(command, "text")).text());
      case "take_over" -> {
        live.wheel().take(who);
        live.changed();
      }
      case "hand_over" -> {
        live.wheel().release(who);
        live.changed();
      }
      default -> {
        return live.execute(type, command);
      }
    }
    return CompletableFuture.completedFuture(null);
  }

  /** What was chosen when the request was made holds for it, also while it waits. */
  private Supplier<Brain> brain() {
    Map<String, String> chosen = live.chosen();
    return () -> minds.brain(chosen);
  }
}
