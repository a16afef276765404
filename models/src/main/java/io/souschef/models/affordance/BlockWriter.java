package io.souschef.models.affordance;

import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Fills the blocks of a feature row from one observation. */
final class BlockWriter {

  private final SceneGeometry scene;
  private final Observation observation;

  BlockWriter(SceneGeometry scene) {
    this.scene = scene;
    this.observation = scene.observation();
  }

  void robot(float[] row, int at) {
    int looked = 0;
    int openable = 0;
    int openableLooked = 0;
    int open = 0;
    double person = Double.POSITIVE_INFINITY;
    for (PlaceState state : observation.places()) {
      boolean seen = state.lastLookedS().isPresent();
      looked += seen ? 1 : 0;
      if (state.place().kind() == Place.Kind.CLOSABLE) {
        openable++;
        openableLooked += seen ? 1 : 0;
        open += state.open().orElse(false) ? 1 : 0;
      } else if (state.place().kind() == Place.Kind.PERSON) {
        person = Math.min(person, state.place().pose().floorDistanceTo(observation.base()));
      }
    }
    observation
        .held()
        .ifPresent(
            held -> {
              RobotFeature.HAND_FULL.set(row, at, true);
              RobotFeature.HELD_LENGTH_M.set(row, at, held.lengthM());
              RobotFeature.HELD_WIDTH_M.set(row, at, held.widthM());
              RobotFeature.HELD_HEIGHT_M.set(row, at, held.heightM());
              RobotFeature.HELD_TILT.set(row, at, held.pose().tilt());
            });
    RobotFeature.AT_A_PLACE.set(row, at, observation.at().isPresent());
    RobotFeature.LOOKED_FRACTION.set(row, at, share(looked, observation.places().size()));
    RobotFeature.OPENABLE_LOOKED_FRACTION.set(row, at, share(openableLooked, openable));
    RobotFeature.OPENABLE_OPEN_FRACTION.set(row, at, share(open, openable));
    RobotFeature.OBJECTS_KNOWN.set(row, at, Math.log1p(observation.objects().size()));
    RobotFeature.PERSON_KNOWN.set(row, at, Double.isFinite(person));
    RobotFeature.PERSON_DISTANCE_M.set(row, at, Double.isFinite(person) ? person : 0);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** The block of a kind's individual; {@code individual} is null when none is known. */
  void object(
      float[] row, int at, String kind, @Nullable ObservedObject individual, boolean asked) {
    ObjectFeature.ASKED.set(row, at, asked);
    ObjectFeature.COUNT.set(row, at, (double) observation.objectsOf(kind).count());
    if (individual == null) {
      return;
    }
    Pose pose = individual.pose();
    boolean held = scene.isHeld(individual);
    double bearing =
        Math.atan2(pose.y() - observation.base().y(), pose.x() - observation.base().x())
            - observation.base().yaw();
    ObjectFeature.KNOWN.set(row, at, true);
    ObjectFeature.HELD.set(row, at, held);
    ObjectFeature.VISIBLE.set(row, at, individual.visible());
    ObjectFeature.AGE.set(row, at, age(individual.lastSeenS()));
    ObjectFeature.CONFIDENCE.set(row, at, individual.confidence());
    ObjectFeature.DISTANCE_M.set(row, at, pose.floorDistanceTo(observation.base()));
    ObjectFeature.HEIGHT_M.set(row, at, pose.z());
    ObjectFeature.BEARING_COS.set(row, at, Math.cos(bearing));
    ObjectFeature.BEARING_SIN.set(row, at, Math.sin(bearing));
    ObjectFeature.LENGTH_M.set(row, at, individual.lengthM());
    ObjectFeature.WIDTH_M.set(row, at, individual.widthM());
    ObjectFeature.TALL_M.set(row, at, individual.heightM());
    ObjectFeature.UPRIGHT.set(row, at, individual.isUpright());
    ObjectFeature.TILT.set(row, at, pose.tilt());
    if (held) {
      return;
    }
    ObjectFeature.NEIGHBOUR_M.set(row, at, scene.neighbourM(individual));
    ObjectFeature.CROWD.set(row, at, scene.crowd(individual));
    ObjectFeature.COVERED.set(row, at, scene.covered(individual));
    PlaceState place = scene.placeOf(individual);
    if (place != null) {
      Pose centre = place.place().pose();
      ObjectFeature.AT_A_PLACE.set(row, at, true);
      ObjectFeature.AT_ROBOT.set(row, at, scene.robotAt(place.place().name()));
      ObjectFeature.EDGE_M.set(row, at, SceneGeometry.edgeM(pose, place.place()));
      ObjectFeature.CENTRE_M.set(row, at, pose.floorDistanceTo(centre));
      ObjectFeature.ABOVE_M.set(row, at, pose.z() - individual.heightM() / 2 - centre.z());
    }
  }

  void place(float[] row, int at, PlaceState state) {
    Place place = state.place();
    double area = place.lengthM() * place.widthM();
    double footprint = scene.footprintAt(place.name());
    PlaceFeature.ASKED.set(row, at, true);
    PlaceFeature.SURFACE.set(row, at, place.kind() == Place.Kind.SURFACE);
    PlaceFeature.BIN.set(row, at, place.kind() == Place.Kind.BIN);
    PlaceFeature.BASIN.set(row, at, place.kind() == Place.Kind.BASIN);
    PlaceFeature.CLOSABLE.set(row, at, place.kind() == Place.Kind.CLOSABLE);
    PlaceFeature.PERSON.set(row, at, place.kind() == Place.Kind.PERSON);
    PlaceFeature.ROBOT_THERE.set(row, at, scene.robotAt(place.name()));
    PlaceFeature.DISTANCE_M.set(row, at, place.pose().floorDistanceTo(observation.base()));
    Pose base = observation.base();
    double bearing =
        Math.atan2(place.pose().y() - base.y(), place.pose().x() - base.x()) - base.yaw();
    PlaceFeature.BASE_ALONG_M.set(row, at, SceneGeometry.alongM(base, place));
    PlaceFeature.BASE_ACROSS_M.set(row, at, SceneGeometry.acrossM(base, place));
    PlaceFeature.FACING.set(row, at, Math.cos(bearing));
    PlaceFeature.HEIGHT_M.set(row, at, place.pose().z());
    PlaceFeature.LENGTH_M.set(row, at, place.lengthM());
    PlaceFeature.WIDTH_M.set(row, at, place.widthM());
    PlaceFeature.OPEN.set(row, at, state.open().orElse(false));
    PlaceFeature.CLOSED.set(row, at, !state.open().orElse(true));
    OptionalDouble looked = state.lastLookedS();
    PlaceFeature.LOOKED.set(row, at, looked.isPresent());
    PlaceFeature.AGE.set(row, at, looked.isPresent() ? age(looked.getAsDouble()) : 0);
    PlaceFeature.OBJECTS.set(row, at, scene.objectsAt(place.name()));
    PlaceFeature.FREE_M2.set(row, at, area - footprint);
    PlaceFeature.FILM.set(row, at, scene.filmAt(place.name()));
    PlaceFeature.COVERED.set(row, at, area > 0 ? footprint / area : 0);
  }

  private double age(double atS) {
    return Math.log1p(Math.max(0, observation.timeS() - atS));
  }

  void relation(
      float[] row,
      int at,
      @Nullable ObservedObject object,
      @Nullable ObservedObject other,
      @Nullable PlaceState place) {
    if (object != null && place != null) {
      String name = place.place().name();
      boolean there = !scene.isHeld(object) && object.place().filter(name::equals).isPresent();
      double free = place.place().lengthM() * place.place().widthM() - scene.footprintAt(name);
      RelationFeature.OBJECT_AT_PLACE.set(row, at, there);
      RelationFeature.OBJECT_TO_PLACE_M.set(
          row, at, object.pose().floorDistanceTo(place.place().pose()));
      RelationFeature.FITS.set(row, at, object.lengthM() * object.widthM() <= free / 2);
    }
    if (object != null && other != null) {
      RelationFeature.OBJECT_TO_OTHER_M.set(row, at, object.pose().floorDistanceTo(other.pose()));
      RelationFeature.SAME_PLACE.set(
          row, at, object.place().isPresent() && object.place().equals(other.place()));
    }
    if (other != null) {
      PlaceState support = scene.placeOf(other);
      if (support != null && support.place().kind() == Place.Kind.CLOSABLE) {
        RelationFeature.OTHER_CLOSABLE.set(row, at, true);
        RelationFeature.OTHER_OPEN.set(row, at, support.open().orElse(false));
      }
      RelationFeature.HELD_IS_OTHER.set(row, at, scene.isHeld(other));
    }
    RelationFeature.HELD_IS_ANOTHER.set(
        row, at, observation.held().isPresent() && (object == null || !scene.isHeld(object)));
  }
}
