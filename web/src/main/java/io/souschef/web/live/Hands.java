package io.souschef.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.sim.kitchen.shape.Vec3;
import java.util.concurrent.CompletableFuture;

/**
 * What people do in a simulated kitchen by hand, as commands.
 *
 * @param kitchen where it is done
 */
record Hands(LiveKitchen kitchen) {

  CompletableFuture<Void> execute(String type, JsonNode command) {
    switch (type) {
      case "put" -> {
        String object = Fields.name(command, "object");
        Vec3 at =
            new Vec3(
                Fields.number(command, "x"),
                Fields.number(command, "y"),
                Fields.number(command, "z"));
        return kitchen.byHand(object + " was moved", r -> r.meddling().put(object, at));
      }
      case "move" -> {
        String object = Fields.name(command, "object");
        String place = Fields.name(command, "place");
        String words = "%s was put to the %s".formatted(object, place);
        return kitchen.byHand(words, r -> r.meddling().move(object, place));
      }
      case "swing" -> {
        String place = Fields.name(command, "place");
        boolean open = Fields.flag(command, "open");
        String words = "the %s was %s".formatted(place, open ? "opened" : "shut");
        return kitchen.byHand(words, r -> r.meddling().swing(place, open));
      }
      case "add" -> {
        String kind = Fields.name(command, "kind");
        String place = Fields.name(command, "place");
        String words = "there is a new %s at the %s".formatted(kind, place);
        return kitchen.byHand(
            words,
            r -> {
              String unused = r.meddling().add(kind, place);
            });
      }
      case "remove" -> {
        String object = Fields.name(command, "object");
        return kitchen.byHand(object + " was taken away", r -> r.meddling().remove(object));
      }
      case "take_from_hand" -> {
        String place = Fields.name(command, "place");
        String words = "what the robot held was put to the " + place;
        return kitchen.byHand(words, r -> r.meddling().takeFromHand(place));
      }
      case "block" -> {
        Vec3 at = new Vec3(Fields.number(command, "x"), Fields.number(command, "y"), 0);
        return kitchen.byHand("a box was put in the way", r -> r.meddling().block(at));
      }
      default -> throw Fields.unknown(type, "");
    }
  }
}
