package io.souschef.skills.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.execution.Guard;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyGuardTest {

  private static final Vocabulary KITCHEN =
      new Vocabulary(
          List.of(kind("knife", "sharp"), kind("coke", "drink"), kind("sponge", "absorbent")),
          List.of(
              place("user", Place.Kind.PERSON),
              place("table", Place.Kind.SURFACE),
              place("stove", Place.Kind.SURFACE),
              place("fridge", Place.Kind.CLOSABLE)));

  private WorldSketch world =
      world("table", thing("knife-1", "knife", "table"), thing("coke-1", "coke", "table"));

  private static Vocabulary.Kind kind(String noun, String... attributes) {
    return new Vocabulary.Kind(noun, noun + "s", true, Set.of(attributes), List.of());
  }

  private static Place place(String name, Place.Kind kind) {
    return new Place(name, kind, Pose.upright(name.length(), 0, 0.8, 0), 1, 1);
  }

  private static Thing thing(String id, String kind, String place) {
    return new Thing(id, kind, place, true, true, true, false, Thing.Fit.FITS, Set.of());
  }

  private static WorldSketch world(String at, Thing... things) {
    return new WorldSketch(
        KITCHEN.places(), Set.of(), List.of(things), Pose.upright(0, 0, 0, 0), Optional.of(at));
  }

  private static Guard guard(String rule, String time) {
    return Policy.parse("test", "rules: [{rule: the rule, %s}]".formatted(rule))
        .over(
            SkillLibrary.standard(),
            KITCHEN,
            Clock.fixed(
                LocalTime.parse(time).atDate(java.time.LocalDate.EPOCH).toInstant(ZoneOffset.UTC),
                ZoneOffset.UTC));
  }

  private static GroundedSkill skill(String text, WorldSketch now) {
    Observation nothing =
        new Observation(
            0,
            Pose.upright(0, 0, 0, 0),
            Optional.empty(),
            Optional.empty(),
            now.things().stream().map(PolicyGuardTest::observed).toList(),
            List.of());
    return SkillLibrary.standard()
        .parse(text, KITCHEN, nothing)
        .orElseThrow(() -> new AssertionError("No skill '" + text + "'"));
  }

  private static ObservedObject observed(Thing thing) {
    return new ObservedObject(
        thing.id(),
        thing.kind(),
        Pose.upright(0, 0, 0, 0),
        thing.place(),
        0.1,
        0.1,
        0.1,
        1,
        0,
        true);
  }

  private Optional<String> objection(String rule, String skill) {
    return guard(rule, "12:00").objection(skill(skill, world), world);
  }

  private void forbids(String rule, String... skills) {
    for (String skill : skills) {
      assertThat(objection(rule, skill)).as("%s under %s", skill, rule).isPresent();
    }
  }

  private void allows(String rule, String... skills) {
    for (String skill : skills) {
      assertThat(objection(rule, skill)).as("%s under %s", skill, rule).isEmpty();
    }
  }

  @Test
  void theRuleIsNamed() {
    assertThat(objection("things: knife", "pick up the knife")).contains("the rule");
  }

  @Test
  void aForbiddenThingIsNeitherTakenNorNamedNorMovedInTheHand() {
    forbids("things: knife", "pick up the knife", "find a knife", "knock over the knife");
    allows("things: knife", "pick up the coke", "go to the user", "open the fridge");
    world.grasp("knife-1");
    forbids("things: sharp", "go to the user", "put down the knife", "bring it to you");
  }

  @Test
  void aForbiddenPlaceIsNotDrivenToNorOpenedNorWorkedAt() {
    forbids("at: stove", "go to the stove", "wipe the stove", "put the coke on the stove");
    allows("at: stove", "go to the table", "pick up the coke");
    world.driveToPlace("stove");
    forbids("at: stove", "pick up the coke", "put down the coke");
    allows("at: stove", "go to the table");
  }

  @Test
  void aSearchForWhatIsNotInSightMayLeadAnywhere() {
    allows("at: stove", "find a coke");
    forbids("at: stove", "find a sponge");
    allows("to: user", "find a sponge");
    world.grasp("knife-1");
    forbids("things: knife, to: user", "find a sponge");
  }

  @Test
  void noKnifeToTheUserIsNeitherBroughtNorPutThere() {
    String rule = "things: knife, to: person";
    allows(rule, "pick up the knife", "go to the user", "bring it to you");
    world.grasp("knife-1");
    forbids(rule, "go to the user", "bring it to you");
    allows(rule, "go to the stove", "put down the knife", "put the knife in the fridge");
    world.driveToPlace("user");
    forbids(rule, "put down the knife");
  }

  @Test
  void whatTheUserHasMayBeTakenAway() {
    String rule = "things: knife, to: person";
    world = world("user", thing("knife-1", "knife", "user"));
    allows(rule, "pick up the knife", "find a knife");
  }

  @Test
  void nothingOntoTheStoveIsPutOrMovedBesideWhatStandsThere() {
    String rule = "to: stove";
    world =
        world(
            "table",
            thing("coke-1", "coke", "table"),
            thing("sponge-1", "sponge", "stove"),
            thing("knife-1", "knife", "table"));
    forbids(rule, "put the coke on the stove", "move the coke near the sponge");
    allows(rule, "go to the stove", "move the coke near the knife", "pick up the coke");
    world.grasp("coke-1");
    forbids(rule, "go to the stove", "move the coke near the sponge");
  }

  @Test
  void nothingOutOfTheFridgeIsTaken() {
    world = world("fridge", thing("coke-1", "coke", "fridge"), thing("knife-1", "knife", "table"));
    world.setOpen("fridge", true);
    forbids("from: fridge", "take the coke out of the fridge", "pick up the coke");
    allows("from: fridge", "open the fridge", "find a coke", "knock over the coke");
    allows("things: knife, from: fridge", "pick up the coke");
  }

  @Test
  void aForbiddenSkillIsForbiddenWhatEverItIsAbout() {
    forbids("skills: [open, knock_over]", "open the fridge", "knock over the coke");
    allows("skills: [open, knock_over]", "close the fridge", "pick up the coke");
    allows("skills: open, at: stove", "open the fridge", "go to the stove");
  }

  @Test
  void timesAreThoseOfTheClockThatIsHandedIn() {
    GroundedSkill skill = skill("go to the user", world);
    assertThat(guard("times: 22:00-06:00", "23:00").objection(skill, world)).isPresent();
    assertThat(guard("times: 22:00-06:00", "07:00").objection(skill, world)).isEmpty();
    assertThat(guard("at: user, times: 22:00-06:00", "02:00").objection(skill, world)).isPresent();
    assertThat(guard("at: stove, times: 22:00-06:00", "02:00").objection(skill, world)).isEmpty();
  }

  @Test
  void aClockThatMovesIsAskedAnew() {
    Instant[] now = {Instant.parse("2026-01-01T21:59:00Z")};
    Clock clock =
        new Clock() {
          @Override
          public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now[0];
          }
        };
    Guard guard =
        Policy.parse("test", "rules: [{rule: quiet, times: 22:00-06:00}]")
            .over(SkillLibrary.standard(), KITCHEN, clock);
    GroundedSkill skill = skill("go to the user", world);

    assertThat(guard.objection(skill, world)).isEmpty();
    now[0] = Instant.parse("2026-01-01T22:00:00Z");
    assertThat(guard.objection(skill, world)).isPresent();
  }

  @Test
  void aSkillAboutWhichNothingIsDeclaredIsHeldToWhatItNames() {
    GroundedSkill toss = own("toss", Map.of("thing", "knife"));
    GroundedSkill tossThere = own("toss", Map.of("thing", "knife", "target", "fridge"));
    GroundedSkill wave = own("wave", Map.of());

    assertThat(guard("things: knife, to: user", "12:00").objection(toss, world)).isPresent();
    assertThat(guard("things: knife, to: user", "12:00").objection(tossThere, world)).isEmpty();
    assertThat(guard("things: knife, to: fridge", "12:00").objection(tossThere, world)).isPresent();
    assertThat(guard("things: coke", "12:00").objection(toss, world)).isEmpty();
    assertThat(guard("things: coke", "12:00").objection(wave, world))
        .contains("the rule (what this skill does is not declared)");
  }

  private static GroundedSkill own(String action, Map<String, String> arguments) {
    return new GroundedSkill(action, action, action, arguments);
  }

  @Test
  void whatOneBelievesToBeImpossibleIsForbiddenAllTheSame() {
    // A belief may be wrong, and then the robot would do it.
    world = world("table");
    forbids("things: knife, to: fridge", "put the knife in the fridge");
    forbids("things: knife", "pick up the knife", "place the knife upright");
  }
}
