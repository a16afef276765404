package io.souschef.sim.kitchen.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.MovablePart;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.StandArea;
import io.souschef.sim.kitchen.shape.Joint;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandardKitchenTest {

  private final Kitchen kitchen = KitchenFile.standard();

  @Test
  void hasThePlacesOfThePaper() {
    assertThat(kitchen.places())
        .extracting(Place::name)
        .containsExactlyInAnyOrder(
            "user",
            "table",
            "close counter",
            "far counter",
            "trash can",
            "compost bin",
            "recycling bin",
            "sink",
            "fridge",
            "top drawer",
            "bottom drawer",
            "fruit bowl");
    assertThat(kind("user")).isEqualTo(Place.Kind.PERSON);
    assertThat(kind("trash can")).isEqualTo(Place.Kind.BIN);
    assertThat(kind("sink")).isEqualTo(Place.Kind.BASIN);
    assertThat(kind("fruit bowl")).isEqualTo(Place.Kind.BASIN);
    assertThat(kind("bottom drawer")).isEqualTo(Place.Kind.CLOSABLE);
  }

  @Test
  void groundsAtLeast551Skills() {
    Observation nothing =
        new Observation(
            0, Pose.upright(0, 0, 0, 0), Optional.empty(), Optional.empty(), List.of(), List.of());
    assertThat(SkillLibrary.standard().ground(kitchen.vocabulary(), nothing))
        .hasSizeGreaterThanOrEqualTo(551);
  }

  @Test
  void hasAtLeast44KindsMostOfWhichTheGripperTakes() {
    List<ObjectKind> kinds = kitchen.catalog().kinds();
    assertThat(kinds).hasSizeGreaterThanOrEqualTo(44);
    assertThat(kinds)
        .filteredOn(kind -> Math.min(kind.shape().xM(), kind.shape().yM()) > 0.095)
        .extracting(ObjectKind::noun)
        .containsExactlyInAnyOrder("plate", "watermelon", "spill");
  }

  @Test
  void aSpillIsSeenButIsNoWordForASkill() {
    assertThat(kitchen.catalog().kind("spill")).get().matches(ObjectKind::isSpill);
    assertThat(kitchen.vocabulary().kinds()).noneMatch(kind -> kind.noun().equals("spill"));
  }

  @Test
  void everySurfaceOfATableOrCounterIsAtWorkingHeight() {
    assertThat(kitchen.sites())
        .filteredOn(
            site ->
                site.place().kind() == Place.Kind.SURFACE
                    || site.place().kind() == Place.Kind.PERSON)
        .allSatisfy(site -> assertThat(site.place().pose().z()).isBetween(0.72, 0.92));
  }

  @Test
  void everyPlaceHasAFreeSpotToStandAndNoTwoAreasOfDifferentFurnitureMeet() {
    for (Site site : kitchen.sites()) {
      assertThat(site.standAreas()).as(site.name()).isNotEmpty();
      assertThat(site.standAreas())
          .as("free floor for a base of radius 0.3 m at " + site.name())
          .anySatisfy(area -> assertThat(isFree(area.pose(0, 0), 0.3)).isTrue());
      for (StandArea area : site.standAreas()) {
        List<String> here = kitchen.sitesAt(area.centre()).stream().map(Site::name).toList();
        assertThat(here).contains(site.name());
        if (!site.name().endsWith("drawer")) {
          assertThat(here).hasSize(1);
        }
      }
    }
  }

  @Test
  void aDoorSwingsIntoTheRoomAndItsHandleFollows() {
    MovablePart door = site("fridge").door().orElseThrow();
    Joint joint = door.joint();
    assertThat(joint.type()).isEqualTo(Joint.Type.HINGE);
    Pose closed = door.handleAt(0);
    Pose open = door.handleAt(joint.open());
    assertThat(open.y()).isLessThan(closed.y() - 0.4);
    assertThat(joint.isOpen(0)).isFalse();
    assertThat(joint.isOpen(joint.open())).isTrue();
    double radius = joint.frame().floorDistanceTo(closed);
    assertThat(joint.frame().floorDistanceTo(open)).isCloseTo(radius, within(1e-9));
  }

  @Test
  void anOpenDrawerComesOutWithItsFloorAndItsPlaceIsWhereItStandsOpen() {
    Site drawer = site("top drawer");
    Joint joint = drawer.door().orElseThrow().joint();
    Pose closed = drawer.surfacesAt(0).get(0).centre();
    Pose open = drawer.surfacesAt(joint.open()).get(0).centre();
    assertThat(open.y()).isLessThan(closed.y() - 0.3);
    assertThat(drawer.place().pose()).isEqualTo(open);
  }

  @Test
  void noTwoPartsShareAnId() {
    assertThat(kitchen.staticParts()).extracting(Part::id).doesNotHaveDuplicates();
  }

  private Place.Kind kind(String place) {
    return site(place).place().kind();
  }

  private Site site(String name) {
    return kitchen.site(name).orElseThrow();
  }

  /** Treats round parts as squares; all parts of this kitchen stand along the axes. */
  private boolean isFree(Pose base, double radius) {
    return kitchen.staticParts().stream()
        .filter(part -> part.pose().z() - part.shape().zM() / 2 < 1.0)
        .noneMatch(
            part -> {
              boolean across = Math.abs(Math.sin(part.pose().yaw())) > 0.7;
              double hx = (across ? part.shape().yM() : part.shape().xM()) / 2;
              double hy = (across ? part.shape().xM() : part.shape().yM()) / 2;
              double dx = Math.max(0, Math.abs(base.x() - part.pose().x()) - hx);
              double dy = Math.max(0, Math.abs(base.y() - part.pose().y()) - hy);
              return Math.hypot(dx, dy) < radius;
            });
  }
}
