package io.souschef.training.affordance.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkillSamplerTest {

  private static final Vocabulary VOCABULARY = KitchenFile.standard().vocabulary();

  @Test
  void whatIsNeededIsReadFromTheLibrary() {
    SkillLibrary library = SkillLibrary.standard();
    SkillSorts sorts = new SkillSorts(library, VOCABULARY);
    List<GroundedSkill> skills =
        library.ground(VOCABULARY, observation(Optional.empty(), "coke", "apple"));
    assertThat(actions(skills.stream().filter(sorts::isDriving).toList()))
        .containsExactlyInAnyOrder("find", "go_to", "bring");
    assertThat(actions(skills.stream().filter(sorts::isOnHeld).toList()))
        .containsExactlyInAnyOrder("put_down", "put", "place_upright", "move_near");
    assertThat(sorts.cleaning()).containsExactly("sponge", "paper towel", "napkin");
    assertThat(vain(sorts, skills, Optional.empty()))
        .containsExactlyInAnyOrder("put_down", "put", "bring", "wipe");
    assertThat(vain(sorts, skills, Optional.of("coke")))
        .containsExactlyInAnyOrder("pick_up", "take_out", "knock_over", "wipe");
    assertThat(vain(sorts, skills, Optional.of("sponge")))
        .containsExactlyInAnyOrder("pick_up", "take_out", "knock_over");
  }

  @Test
  void aSkillOfOnesOwnIsTriedWhereItMakesSense(@TempDir Path folder) throws IOException {
    SkillLibrary own =
        SkillLibrary.read(
            Files.writeString(
                folder.resolve("skills.yaml"),
                """
                skills:
                  - action: toss
                    text: toss {the thing} {in the target}
                    arguments: {thing: kind, target: receptacle}
                    needs: [hand holds thing]
                    effects: [thing is in target, hand is empty]
                  - {action: pick_up, text: "grab {the object}", arguments: {object: kind}}
                  - {action: done, text: done}
                """));
    assertThat(tosses(own, Optional.of("coke"))).isGreaterThan(2 * tosses(own, Optional.empty()));
  }

  private static long tosses(SkillLibrary library, Optional<String> held) {
    Observation observation = observation(held, "apple", "sponge");
    List<GroundedSkill> skills = library.ground(VOCABULARY, observation);
    SkillSampler sampler =
        new SkillSampler(
            new SplittableRandom(4), Set.of("coke"), new SkillSorts(library, VOCABULARY));
    long count = 0;
    for (int i = 0; i < 300; i++) {
      count +=
          sampler.sample(observation, skills, 1).stream()
              .filter(skill -> skill.action().equals("toss"))
              .count();
    }
    return count;
  }

  private static Set<String> vain(
      SkillSorts sorts, List<GroundedSkill> skills, Optional<String> held) {
    return actions(
        skills.stream()
            .filter(skill -> sorts.isInVain(observation(held, "apple"), skill))
            .toList());
  }

  private static Set<String> actions(List<GroundedSkill> skills) {
    return skills.stream().map(GroundedSkill::action).collect(java.util.stream.Collectors.toSet());
  }

  private static Observation observation(Optional<String> held, String... kinds) {
    Place table = VOCABULARY.place("table").orElseThrow();
    return new Observation(
        0,
        Pose.upright(0, 0, 0, 0),
        Optional.of("table"),
        held.map(kind -> object(kind, Optional.empty())),
        List.of(kinds).stream().map(kind -> object(kind, Optional.of(table.name()))).toList(),
        VOCABULARY.places().stream()
            .map(place -> new PlaceState(place, Optional.empty(), OptionalDouble.empty()))
            .toList());
  }

  private static ObservedObject object(String kind, Optional<String> place) {
    return new ObservedObject(
        kind + "-1", kind, Pose.upright(1, 1, 0.8, 0), place, 0.07, 0.07, 0.12, 1, 0, true);
  }
}
