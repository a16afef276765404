package io.souschef.web.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.planner.Instruction;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.skills.InvalidInputException;
import io.souschef.web.live.mind.Brain;
import io.souschef.web.live.mind.Minds;
import io.souschef.web.replay.SceneJson;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What people at the other end of a wire may ask of a kitchen, as JSON objects with a field {@code
 * type}. Safe for use by any thread.
 */
public final class Commands {

  /** Longest command that is read, characters. */
  public static final int MOST_CHARACTERS = 16_384;

  /** How the names of senders begin that are not at the end of a wire. */
  public static final String PROGRAM = "program ";

  private static final int LONGEST_NAME = 100;

  private final LiveKitchen kitchen;
  private final Minds minds;

  /** Commands for a kitchen in which nothing can be chosen. */
  public Commands(LiveKitchen kitchen, Brain brain) {
    this(kitchen, Minds.of(brain));
  }

  /** Commands for a kitchen, with what people may choose there. */
  public Commands(LiveKitchen kitchen, Minds minds) {
    this.kitchen = kitchen;
    this.minds = minds;
    kitchen.offer(minds.choices());
  }

  /**
   * Carries out a command that came over a viewer's wire, and tells the viewer if it is refused.
   */
  public void accept(String viewer, String json) {
    var unused =
        execute(viewer, json)
            .exceptionally(
                fault -> {
                  kitchen.refuse(viewer, reason(fault));
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
      String type = text(command, "type");
      // Whoever sees that something goes wrong may stop it.
      if (!type.equals("stop") && !type.equals("take_over") && !type.equals("hand_over")) {
        kitchen.wheel().require(who);
        if (who.startsWith(PROGRAM)) {
          kitchen.wheel().release(who); // nobody could tell when a program has left
        }
        kitchen.changed();
      }
      return execute(who, type, command);
    } catch (JsonProcessingException e) {
      return CompletableFuture.failedFuture(
          new InvalidInputException("A command is a JSON object: " + e.getOriginalMessage(), e));
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
      case "instruct" -> kitchen.instruct(brain(), new Instruction(text(command, "text")));
      case "choose" -> kitchen.choose(name(command, "name"), name(command, "value"));
      case "pause" -> kitchen.pause();
      case "resume" -> kitchen.resume();
      case "step" -> kitchen.step();
      case "cancel" -> kitchen.cancel();
      case "stop" -> kitchen.emergencyStop();
      case "release" -> kitchen.release();
      case "speed" -> kitchen.setSpeed(speed(command));
      case "reset" -> kitchen.reset(seed(command));
      case "undo" -> kitchen.undo();
      case "answer" -> kitchen.questions().answer(new Instruction(text(command, "text")).text());
      case "take_over" -> {
        kitchen.wheel().take(who);
        kitchen.changed();
      }
      case "hand_over" -> {
        kitchen.wheel().release(who);
        kitchen.changed();
      }
      default -> {
        return byHand(type, command);
      }
    }
    return CompletableFuture.completedFuture(null);
  }

  /** What was chosen when the request was made holds for it, also while it waits. */
  private Brain brain() {
    Map<String, String> chosen = kitchen.chosen();
    return (instruction, robot, about, listener) ->
        minds.brain(chosen).run(instruction, robot, about, listener);
  }

  private CompletableFuture<Void> byHand(String type, JsonNode command) {
    switch (type) {
      case "put" -> {
        String object = name(command, "object");
        Vec3 at = new Vec3(number(command, "x"), number(command, "y"), number(command, "z"));
        return kitchen.byHand(object + " was moved", r -> r.meddling().put(object, at));
      }
      case "move" -> {
        String object = name(command, "object");
        String place = name(command, "place");
        String words = "%s was put to the %s".formatted(object, place);
        return kitchen.byHand(words, r -> r.meddling().move(object, place));
      }
      case "swing" -> {
        String place = name(command, "place");
        boolean open = flag(command, "open");
        String words = "the %s was %s".formatted(place, open ? "opened" : "shut");
        return kitchen.byHand(words, r -> r.meddling().swing(place, open));
      }
      case "add" -> {
        String kind = name(command, "kind");
        String place = name(command, "place");
        String words = "there is a new %s at the %s".formatted(kind, place);
        return kitchen.byHand(
            words,
            r -> {
              String unused = r.meddling().add(kind, place);
            });
      }
      case "remove" -> {
        String object = name(command, "object");
        return kitchen.byHand(object + " was taken away", r -> r.meddling().remove(object));
      }
      case "take_from_hand" -> {
        String place = name(command, "place");
        String words = "what the robot held was put to the " + place;
        return kitchen.byHand(words, r -> r.meddling().takeFromHand(place));
      }
      case "block" -> {
        Vec3 at = new Vec3(number(command, "x"), number(command, "y"), 0);
        return kitchen.byHand("a box was put in the way", r -> r.meddling().block(at));
      }
      default ->
          throw new InvalidInputException(
              "There is no command '%s'; /api lists them".formatted(shortened(type)));
    }
  }

  private static double speed(JsonNode command) {
    JsonNode factor = command.path("factor");
    return factor.asText().equals("max") ? Clockwork.MAX : number(command, "factor");
  }

  private static long seed(JsonNode command) {
    JsonNode seed = command.path("seed");
    if (!seed.canConvertToLong() || !seed.isIntegralNumber()) {
      throw new InvalidInputException("A command 'reset' needs a whole number 'seed'");
    }
    return seed.longValue();
  }

  private static double number(JsonNode command, String field) {
    JsonNode value = command.path(field);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw new InvalidInputException("The command needs a number '%s'".formatted(field));
    }
    return value.doubleValue();
  }

  private static boolean flag(JsonNode command, String field) {
    JsonNode value = command.path(field);
    if (!value.isBoolean()) {
      throw new InvalidInputException("The command needs '%s', true or false".formatted(field));
    }
    return value.booleanValue();
  }

  private static String name(JsonNode command, String field) {
    String text = text(command, field);
    if (text.length() > LONGEST_NAME) {
      throw new InvalidInputException(
          "The name '%s' is too long; at most %s characters are read"
              .formatted(shortened(text), LONGEST_NAME));
    }
    return text;
  }

  private static String text(JsonNode command, String field) {
    JsonNode value = command.path(field);
    if (!value.isTextual()) {
      throw new InvalidInputException("The command needs a text '%s'".formatted(field));
    }
    return value.textValue();
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
