package io.souschef.app.chat;

import io.souschef.sim.state.WorldObject;
import io.souschef.sim.state.WorldState;
import io.souschef.skills.text.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What stands where, as somebody sees it who is in the kitchen, too. Stateless. */
final class SceneText {

  private SceneText() {}

  /** A line for the robot and one for each place that holds something or has a door. */
  static List<String> of(WorldState state) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "the robot stands %s and holds %s"
            .formatted(
                state
                    .robotAt()
                    .flatMap(place -> state.initial().kitchen().site(place))
                    .map(site -> site.place().beside())
                    .orElse("between the places"),
                state.held().orElse("nothing")));
    Map<String, List<String>> things = new TreeMap<>();
    state.open().keySet().forEach(place -> things.put(place, new ArrayList<>()));
    for (WorldObject object : state.objects()) {
      if (!state.held().equals(Optional.of(object.id()))) {
        things
            .computeIfAbsent(object.place().orElse("elsewhere"), place -> new ArrayList<>())
            .add(object.id() + (object.isUpright() ? "" : " (lying)"));
      }
    }
    things.forEach(
        (place, there) -> {
          Boolean open = state.open().get(place);
          String door = open == null ? "" : open ? ", open" : ", shut";
          lines.add(
              "%s%s: %s"
                  .formatted(place, door, there.isEmpty() ? "nothing" : String.join(", ", there)));
        });
    return lines.stream().map(Shown::line).toList();
  }
}
