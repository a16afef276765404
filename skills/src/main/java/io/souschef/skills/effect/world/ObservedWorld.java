package io.souschef.skills.effect.world;

import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a robot perceives as a world in words. */
final class ObservedWorld {

  /** Widest object a gripper closes on, metres. */
  private static final double GRASP_WIDTH_M = 0.1;

  /** How far from the base an arm reaches, metres. */
  private static final double ARM_M = 1.3;

  private ObservedWorld() {}

  static WorldSketch sketch(Observation now, Vocabulary vocabulary) {
    Map<String, Set<String>> attributes = new HashMap<>();
    vocabulary.kinds().forEach(kind -> attributes.put(kind.noun(), kind.attributes()));
    List<Thing> things =
        Stream.concat(now.held().stream(), now.objects().stream())
            .map(seen -> thing(seen, attributes.getOrDefault(seen.kind(), Set.of())))
            .toList();
    WorldSketch world =
        new WorldSketch(
            now.places().stream().map(PlaceState::place).toList(),
            Set.copyOf(vocabulary.marks()),
            things,
            now.base(),
            now.at());
    now.held().map(ObservedObject::id).ifPresent(world::grasp);
    now.objects().stream()
        .filter(seen -> seen.place().isEmpty())
        .filter(seen -> seen.pose().floorDistanceTo(now.base()) < ARM_M)
        .map(ObservedObject::id)
        .forEach(world::besideRobot);
    for (PlaceState state : now.places()) {
      if (state.open().orElse(false)) {
        world.setOpen(state.place().name(), true);
      }
      if (state.lastLookedS().isPresent()) {
        world.lookedInto(state.place().name());
      }
    }
    return world;
  }

  private static Thing thing(ObservedObject seen, Set<String> attributes) {
    return new Thing(
        seen.id(),
        seen.kind(),
        seen.place().orElse(null),
        true,
        seen.visible(),
        seen.isUpright(),
        false,
        seen.widthM() > GRASP_WIDTH_M ? Thing.Fit.TOO_WIDE : Thing.Fit.FITS,
        attributes);
  }
}
