package io.souschef.app.episode;

import io.souschef.sim.kitchen.SceneObject;
import io.souschef.sim.state.WorldObject;
import io.souschef.sim.state.WorldState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What physically became of an episode, in sentences. Stateless. */
final class Aftermath {

  /** A thing that came to rest this far from where it was has been moved, metres. */
  private static final double MOVED_M = 0.05;

  private Aftermath() {}

  /** One sentence for each thing, door and place that is no longer as it was. */
  static List<String> of(WorldState end) {
    List<String> sentences = new ArrayList<>();
    for (SceneObject before : end.initial().objects()) {
      Optional<WorldObject> after = end.object(before.id());
      if (after.isEmpty()) {
        sentences.add("%s is gone".formatted(before.id()));
      } else {
        describe(before, after.get(), end).ifPresent(sentences::add);
      }
    }
    end.open()
        .forEach(
            (place, open) -> {
              if (!open.equals(end.initial().open().get(place))) {
                sentences.add("the %s is %s now".formatted(place, open ? "open" : "closed"));
              }
            });
    end.wiped().forEach(place -> sentences.add("the %s is wiped".formatted(place)));
    sentences.add(
        "the robot stands %s and holds %s"
            .formatted(
                end.robotAt().map(place -> beside(place, end)).orElse("between the places"),
                end.held().orElse("nothing")));
    return sentences;
  }

  private static Optional<String> describe(SceneObject before, WorldObject after, WorldState end) {
    boolean isHeld = end.held().filter(after.id()::equals).isPresent();
    boolean wasHeld = end.initial().held().filter(after.id()::equals).isPresent();
    if (isHeld) {
      return wasHeld
          ? Optional.empty()
          : Optional.of("%s is in the robot's hand%s".formatted(after.id(), from(before, end)));
    }
    if (!wasHeld && after.pose().distanceTo(before.pose()) < MOVED_M) {
      return Optional.empty();
    }
    String now = after.place().map(place -> where(place, end)).orElse("at no place");
    String lying = after.isUpright() ? "" : ", lying";
    return Optional.of("%s is %s%s now%s".formatted(after.id(), now, lying, from(before, end)));
  }

  /** "on the table", "in the trash can". */
  private static String where(String place, WorldState state) {
    return state
        .initial()
        .kitchen()
        .site(place)
        .map(site -> site.place().where())
        .orElse("at the " + place);
  }

  private static String beside(String place, WorldState state) {
    return state
        .initial()
        .kitchen()
        .site(place)
        .map(site -> site.place().beside())
        .orElse("at the " + place);
  }

  private static String from(SceneObject before, WorldState state) {
    return before.place().map(place -> " (it was %s)".formatted(where(place, state))).orElse("");
  }
}
