package io.souschef.skills.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.effect.condition.Meaning;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Sketches;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SkillRulesTest extends SkillRulesCase {

  private final SkillLibrary library = SkillLibrary.standard();

  private Verdict run(String text) {
    return new SkillRules(library).apply(skill(library, text), world);
  }

  private void runAll(String... texts) {
    for (String text : texts) {
      assertThat(run(text)).as(text).isInstanceOf(Verdict.Possible.class);
    }
  }

  private void assertFails(String text, FailureReason reason, String message) {
    WorldSketch before = world.copy();
    assertThat(run(text))
        .as(text)
        .isInstanceOfSatisfying(
            Verdict.Impossible.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(reason);
              assertThat(failed.message()).isEqualTo(message);
            });
    assertThat(world).isEqualTo(before);
  }

  @Test
  void everyDefaultSkillIsDeclared() {
    assertThat(library.templates()).allSatisfy(t -> assertThat(t.declaration()).isPresent());
  }

  @Test
  void aThingIsFetchedStepByStep() {
    add("coke-1", "coke", "table", true);
    assertFails("pick up the coke", FailureReason.UNREACHABLE, "The coke is too far from here");
    runAll("find a coke", "pick up the coke", "bring it to you", "put down the coke");
    assertThat(world.thing("coke-1").flatMap(Thing::place)).contains("user");
    assertThat(world.held()).isEmpty();
    assertThat(world.robotAt()).contains("user");
  }

  @Test
  void whatIsBehindADoorIsKnownOnceItStandsOpen() {
    add("coke-1", "coke", "fridge", false);
    assertFails("find a coke", FailureReason.NOT_FOUND, "Looked everywhere and saw no coke");
    runAll("go to the fridge");
    assertFails("take the coke out of the fridge", FailureReason.CLOSED, "The fridge is closed");
    assertThat(world.isLooked("fridge")).isFalse();
    runAll("open the fridge");
    assertThat(world.isLooked("fridge")).isTrue();
    runAll("take the coke out of the fridge");
    assertFails("close the fridge", FailureReason.HAND_FULL, "The hand already holds the coke");
  }

  @Test
  void theOneIsMeantThatFulfilsTheNeeds() {
    add("coke-1", "coke", "table", true);
    add("coke-2", "coke", "fridge", true);
    add("coke-3", "coke", "user", true);
    runAll("pick up the coke");
    assertThat(world.held().map(Thing::id)).contains("coke-3");
    runAll("go to the table", "put down the coke", "pick up the coke");
    assertThat(world.held().map(Thing::id)).as("not the delivered one").contains("coke-1");
  }

  @Test
  void theLyingOneIsStoodUp() {
    add("coke-1", "coke", "user", true);
    world.add(add("coke-2", "coke", "user", true).standing(false));
    runAll("place the coke upright");
    assertThat(world.things()).allMatch(Thing::upright);
    runAll("knock over the coke");
    assertThat(world.things()).filteredOn(thing -> !thing.upright()).hasSize(1);
  }

  @Test
  void whatIsHeldIsNotStoodUpBehindAClosedDoor() {
    add("coke-1", "coke", "table", true);
    runAll("find a coke", "pick up the coke", "go to the fridge");
    assertFails("place the coke upright", FailureReason.CLOSED, "The fridge is closed");
  }

  @Test
  void onlyWhatIsAbsorbentWipes() {
    add("spill-1", "spill", "table", true);
    add("apple-1", "apple", "user", true);
    add("sponge-1", "sponge", "user", true);
    assertFails("wipe the table", FailureReason.HAND_EMPTY, "There is nothing in the hand");
    runAll("pick up the apple");
    assertFails(
        "wipe the table",
        FailureReason.HAND_EMPTY,
        "There is nothing absorbent in the hand, only the apple");
    runAll("put down the apple", "pick up the sponge", "go to the table", "wipe the table");
    assertThat(world.isWiped("table")).isTrue();
    assertThat(world.thing("spill-1")).isEmpty();
  }

  @Test
  void oneThingIsMovedNearAnother() {
    add("coke-1", "coke", "user", true);
    add("apple-1", "apple", "table", true);
    runAll("move the coke near the apple");
    assertThat(world.thing("coke-1").flatMap(Thing::place)).contains("table");
    assertThat(world.isNear(world.things().get(0), world.things().get(1))).isTrue();
    assertThat(world.robotAt()).contains("table");
  }

  @Test
  void whatIsTooWideIsRefusedForThat() {
    add("tray-1", "tray", "user", true);
    assertFails(
        "pick up the tray", FailureReason.TOO_WIDE, "The tray is wider than the hand opens");
  }

  @Test
  void drivingTakesLongerFromFurtherAway() {
    SkillRules rules = new SkillRules(library);
    double far = rules.seconds(skill(library, "go to the fridge"), world);
    runAll("go to the table");
    double nearer = rules.seconds(skill(library, "go to the fridge"), world);
    runAll("go to the fridge");
    double there = rules.seconds(skill(library, "go to the fridge"), world);
    assertThat(far).isGreaterThan(nearer);
    assertThat(nearer).isGreaterThan(there);
  }

  @Test
  void aCopyChangesByItself() {
    add("coke-1", "coke", "user", true);
    WorldSketch before = world.copy();
    WorldSketch other = world.copy();
    new SkillRules(library).apply(skill(library, "pick up the coke"), other);
    assertThat(world).isEqualTo(before).hasSameHashCodeAs(before);
    assertThat(other).isNotEqualTo(before);
    assertThat(other.held()).isPresent();
  }

  @Test
  void whateverIsTriedAFailureChangesNothingAndASuccessDoesWhatIsDeclared() {
    SplittableRandom random = new SplittableRandom(5);
    List<String> kinds = List.of("apple", "coke", "sponge", "tray");
    for (int i = 0; i < 12; i++) {
      String kind = kinds.get(random.nextInt(kinds.size()));
      Place place = VOCABULARY.places().get(random.nextInt(VOCABULARY.places().size()));
      add(kind + "-" + i, kind, place.name(), random.nextBoolean());
    }
    SkillRules rules = new SkillRules(library);
    List<GroundedSkill> skills =
        library.ground(
            VOCABULARY,
            Sketches.observation(
                Sketches.object("coke-1", "coke", Sketches.TABLE),
                Sketches.object("apple-1", "apple", Sketches.TABLE)));
    int successes = 0;
    for (int i = 0; i < 5000; i++) {
      GroundedSkill skill = skills.get(random.nextInt(skills.size()));
      WorldSketch before = world.copy();
      Verdict verdict = rules.apply(skill, world);
      if (verdict instanceof Verdict.Possible possible) {
        successes++;
        rules
            .rule(skill)
            .orElseThrow()
            .declaration()
            .effects()
            .all()
            .forEach(
                effect ->
                    assertThat(effect.holds(world, now(possible.meaning())))
                        .as("%s: %s", skill, effect)
                        .isTrue());
      } else {
        assertThat(world).as(skill.text()).isEqualTo(before);
      }
      assertThat(world.things()).hasSize(12);
    }
    assertThat(successes).isGreaterThan(500);
  }

  /** The same things as they are now. */
  private Meaning now(Meaning meaning) {
    Meaning fresh = Meaning.of(meaning.arguments());
    for (var entry : meaning.things().entrySet()) {
      fresh = fresh.with(entry.getKey(), world.thing(entry.getValue().id()).orElseThrow());
    }
    return fresh;
  }

  @Test
  void anObservationBecomesAWorldInWords() {
    Observation now =
        Sketches.holding(
            Sketches.observation(Sketches.object("apple-1", "apple", Sketches.TABLE)),
            Sketches.object("coke-1", "coke", Sketches.USER));
    WorldSketch seen = WorldSketch.of(now, VOCABULARY);
    assertThat(seen.held().map(Thing::kind)).contains("coke");
    assertThat(seen.held().flatMap(Thing::place)).isEmpty();
    assertThat(seen.robotAt()).contains("user");
    assertThat(seen.isOpen("fridge")).isFalse();
    assertThat(seen.isOpen("table")).isTrue();
    assertThat(seen.thing("apple-1").orElseThrow().mayBe("fruit")).isTrue();
  }
}
