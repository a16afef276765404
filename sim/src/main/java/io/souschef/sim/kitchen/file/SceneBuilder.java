package io.souschef.sim.kitchen.file;

import io.souschef.sim.kitchen.Disturbance;
import io.souschef.sim.kitchen.Disturbance.Effect;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.MovablePart;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.SceneObject;
import io.souschef.sim.kitchen.ScenePlacer;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.file.SceneDocument.Start;
import io.souschef.sim.kitchen.file.SceneDocument.Thing;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.skills.file.YamlDocument;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns one scene document into a scene. Used once. */
final class SceneBuilder {

  /** How far a thing may reach into the floor, and hang above what bears it, metres. */
  private static final double SUNK_M = 0.005;

  private static final double HANGING_M = 0.03;
  private static final double STEP_M = 0.01;

  private final YamlDocument document;
  private final SceneDocument content;
  private final Kitchen kitchen;
  private final ScenePlacer placer;
  private final Map<String, Boolean> open = new TreeMap<>();
  private final List<SceneObject> objects = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();

  SceneBuilder(YamlDocument document, SceneDocument content, Kitchen kitchen, long seed) {
    this.document = document;
    this.content = content;
    this.kitchen = kitchen;
    readDoors(content.doors() == null ? Map.of() : content.doors());
    Scene empty = new Scene(kitchen, List.of(), open, "", Optional.empty(), List.of());
    this.placer = new ScenePlacer(kitchen, empty.jointPositions(), new SplittableRandom(seed));
  }

  /** A thing at a pose of its own. */
  private record Posed(String at, ObjectKind outline, Pose pose) {}

  Scene build() {
    List<Thing> things = content.objects() == null ? List.of() : content.objects();
    List<Posed> posed = new ArrayList<>();
    // Given poses first, so that what is placed by seed keeps clear of them.
    for (int i = 0; i < things.size(); i++) {
      if (things.get(i).pose() != null) {
        posed.add(standAtPose("/objects/" + i, things.get(i), things.get(i).pose()));
      }
    }
    posed.forEach(this::requireSupport);
    for (int i = 0; i < things.size(); i++) {
      if (things.get(i).pose() == null) {
        standAtPlace("/objects/" + i, things.get(i));
      }
    }
    Start start = content.robot() == null ? Start.USUAL : content.robot();
    String at = start.at() == null ? person() : site("/robot/at", start.at()).name();
    Optional<String> held = Optional.empty();
    if (start.holding() != null) {
      ObjectKind kind = kind("/robot/holding", start.holding());
      if (kind.isSpill()) {
        throw document.error("/robot/holding", "a spill cannot be held");
      }
      Pose pose = new Scene(kitchen, List.of(), open, at, held, List.of()).robotPose();
      held = Optional.of(add(kind, Optional.empty(), pose));
    }
    return new Scene(kitchen, objects, open, at, held, disturbances(), start.traits());
  }

  private void readDoors(Map<String, String> doors) {
    kitchen.movableParts().forEach(part -> open.put(part.place(), false));
    doors.forEach(
        (place, state) -> {
          if (!open.containsKey(place)) {
            String closable =
                kitchen.movableParts().stream()
                    .map(MovablePart::place)
                    .collect(Collectors.joining(", "));
            throw document.error(
                "/doors/" + place,
                "'%s' has no door; places that open: %s".formatted(place, closable));
          }
          open.put(place, state.equals("open"));
        });
  }

  private Posed standAtPose(String at, Thing thing, @Nullable List<Double> numbers) {
    ObjectKind kind = kind(at + "/kind", thing.kind());
    if (thing.at() != null || thing.count() != null || numbers == null) {
      throw document.error(at, "give either a pose, or a place with 'at' and perhaps a 'count'");
    }
    Pose pose = Pose.upright(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    boolean inside =
        pose.x() > 0 && pose.x() < kitchen.lengthM() && pose.y() > 0 && pose.y() < kitchen.widthM();
    if (!inside) {
      throw document.error(
          at + "/pose",
          "(%s, %s) lies outside of the kitchen of %s x %s m"
              .formatted(pose.x(), pose.y(), kitchen.lengthM(), kitchen.widthM()));
    }
    boolean fallen = Boolean.TRUE.equals(thing.fallen());
    ObjectKind outline = fallen ? kind.lying() : kind;
    if (!placer.isFree(outline, pose)) {
      throw document.error(
          at + "/pose",
          "the %s would overlap furniture or another object; move it".formatted(kind.noun()));
    }
    placer.occupy(outline, pose);
    Optional<String> place =
        kitchen.siteHolding(Frames.position(pose), placerJoints()).map(Site::name);
    add(kind, place, fallen ? ObjectKind.laid(pose) : pose);
    return new Posed(at + "/pose", outline, pose);
  }

  /** Refuses what is in the floor or hangs in the air, where physics would move it at once. */
  private void requireSupport(Posed thing) {
    double bottom = thing.pose().z() - thing.outline().shape().zM() / 2;
    String noun = thing.outline().noun();
    if (bottom < -SUNK_M) {
      throw document.error(
          thing.at(),
          String.format(
              java.util.Locale.ROOT,
              "the %s would stand %.2f m deep in the floor; raise z to %.3f",
              noun,
              -bottom,
              thing.pose().z() - bottom));
    }
    double drop = 0;
    while (drop < bottom - HANGING_M && placer.isFreeBut(thing.outline(), thing.pose(), drop)) {
      drop += STEP_M;
    }
    if (drop > HANGING_M) {
      double lower = drop < bottom - HANGING_M ? drop - STEP_M : bottom;
      throw document.error(
          thing.at(),
          String.format(
              java.util.Locale.ROOT,
              "the %s would hang in the air %.2f m above what is below it; lower z to %.2f",
              noun,
              lower,
              thing.pose().z() - lower));
    }
  }

  private void standAtPlace(String at, Thing thing) {
    ObjectKind kind = kind(at + "/kind", thing.kind());
    if (thing.at() == null) {
      throw document.error(at, "say where the %s is, with 'at' or 'pose'".formatted(kind.noun()));
    }
    Site site = site(at + "/at", thing.at());
    if (kind.isSpill() && site.place().kind() != Place.Kind.SURFACE) {
      throw document.error(at + "/at", "a spill lies on a surface, not on the " + site.name());
    }
    int count = thing.count() == null ? 1 : thing.count();
    boolean fallen = Boolean.TRUE.equals(thing.fallen());
    for (int i = 0; i < count; i++) {
      Pose pose =
          placer
              .place(fallen ? kind.lying() : kind, site)
              .orElseThrow(
                  () ->
                      document.error(
                          at,
                          "there is no room left for the %s %s; put it elsewhere"
                              .formatted(kind.noun(), site.place().where())));
      add(kind, Optional.of(site.name()), fallen ? ObjectKind.laid(pose) : pose);
    }
  }

  private String add(ObjectKind kind, Optional<String> place, Pose pose) {
    String id = kind.noun() + "-" + counts.merge(kind.noun(), 1, Integer::sum);
    objects.add(new SceneObject(id, kind, place, pose));
    return id;
  }

  private List<Disturbance> disturbances() {
    List<DisturbanceEntry> entries =
        content.disturbances() == null ? List.of() : content.disturbances();
    List<Disturbance> disturbances = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Disturbance disturbance = entries.get(i).disturbance();
      check("/disturbances/" + i, disturbance.effect());
      disturbances.add(disturbance);
    }
    return disturbances;
  }

  private void check(String at, Effect effect) {
    if (effect instanceof Effect.Move move) {
      site(at + "/move/to", move.place());
      requireObject(at + "/move/object", move.object());
    } else if (effect instanceof Effect.Remove remove) {
      requireObject(at + "/remove", remove.object());
    } else if (effect instanceof Effect.Add add) {
      kind(at + "/add/object", add.kind());
      site(at + "/add/to", add.place());
    } else if (effect instanceof Effect.KnockOver knock) {
      requireObject(at + "/knock_over", knock.object());
    } else if (effect instanceof Effect.Shut shut && !open.containsKey(shut.place())) {
      throw document.error(at + "/shut", "'%s' has no door".formatted(shut.place()));
    }
  }

  private void requireObject(String at, String id) {
    if (objects.stream().noneMatch(object -> object.id().equals(id))) {
      throw document.error(
          at, "there is no object '%s' in this scene; its ids are kind-number".formatted(id));
    }
  }

  private Map<String, Double> placerJoints() {
    return new Scene(kitchen, List.of(), open, "", Optional.empty(), List.of()).jointPositions();
  }

  private ObjectKind kind(String at, String noun) {
    return kitchen
        .catalog()
        .kind(noun)
        .orElseThrow(
            () ->
                document.error(
                    at,
                    "there is no kind of object '%s'; known: %s"
                        .formatted(
                            noun,
                            kitchen.catalog().kinds().stream()
                                .map(ObjectKind::noun)
                                .collect(Collectors.joining(", ")))));
  }

  private Site site(String at, String name) {
    return kitchen
        .site(name)
        .orElseThrow(
            () ->
                document.error(
                    at,
                    "there is no place '%s'; known: %s"
                        .formatted(
                            name,
                            kitchen.sites().stream()
                                .map(Site::name)
                                .collect(Collectors.joining(", ")))));
  }

  private String person() {
    return kitchen.sites().stream()
        .filter(site -> site.place().kind() == Place.Kind.PERSON)
        .map(Site::name)
        .findFirst()
        .orElseThrow();
  }
}
