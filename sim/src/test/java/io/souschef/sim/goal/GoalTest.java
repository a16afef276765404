package io.souschef.sim.goal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.sim.state.WorldObject;
import io.souschef.sim.state.WorldState;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoalTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Kitchen kitchen = KitchenFile.standard();
  private final Scene scene =
      new SceneReader(kitchen)
          .parse(
              "test.yaml",
              """
              kitchen: default
              robot: {at: user}
              objects:
                - {kind: coke, at: table}
                - {kind: coke, at: table}
                - {kind: pepsi, at: table}
                - {kind: apple, at: close counter}
              """,
              1);
  private final WorldState start = WorldState.of(scene);

  private static Goal goal(String json) throws Exception {
    return JSON.readValue(json, Goal.class);
  }

  private WorldState moved(Map<String, String> places) {
    List<WorldObject> objects = new ArrayList<>();
    for (WorldObject thing : start.objects()) {
      objects.add(
          places.containsKey(thing.id())
              ? new WorldObject(
                  thing.id(), thing.kind(), thing.pose(), Optional.of(places.get(thing.id())))
              : thing);
    }
    return with(objects, Optional.empty(), List.of());
  }

  private WorldState with(List<WorldObject> objects, Optional<String> held, List<String> visited) {
    return new WorldState(
        scene,
        objects,
        held,
        Pose.upright(1, 1, 0, 0),
        Optional.of("table"),
        Map.of("fridge", true, "top drawer", false),
        visited,
        Set.of("table"),
        false,
        false);
  }

  @Test
  void aThingIsAtAPlace() throws Exception {
    Goal goal = goal("{\"at\":{\"object\":\"coke\",\"place\":\"user\"}}");
    assertThat(goal.unmet(start)).containsExactly("coke at the user: 0 of 1");
    assertThat(goal.holds(moved(Map.of("coke-1", "user")))).isTrue();
  }

  @Test
  void countsAskForSoManyAndDistinctForDifferentKinds() throws Exception {
    WorldState cokes = moved(Map.of("coke-1", "user", "coke-2", "user"));
    WorldState mixed = moved(Map.of("coke-1", "user", "pepsi-1", "user"));
    Goal two = goal("{\"at\":{\"is\":\"soda\",\"place\":\"user\",\"count\":2}}");
    Goal different =
        goal("{\"at\":{\"is\":\"soda\",\"place\":\"user\",\"count\":2,\"distinct\":true}}");
    assertThat(two.holds(cokes)).isTrue();
    assertThat(different.holds(cokes)).isFalse();
    assertThat(different.holds(mixed)).isTrue();
  }

  @Test
  void allMeansEveryOneFromThere() throws Exception {
    Goal goal =
        goal("{\"at\":{\"is\":\"soda\",\"from\":\"table\",\"place\":\"user\",\"all\":true}}");
    assertThat(goal.unmet(moved(Map.of("coke-1", "user"))))
        .containsExactly("not at the user: coke-2, pepsi-1");
    assertThat(goal.holds(moved(Map.of("coke-1", "user", "coke-2", "user", "pepsi-1", "user"))))
        .isTrue();
  }

  @Test
  void exclusionsLeaveTheRest() throws Exception {
    Goal goal = goal("{\"at\":{\"is\":\"soda\",\"is_not\":[\"coke\"],\"place\":\"user\"}}");
    assertThat(goal.holds(moved(Map.of("coke-1", "user")))).isFalse();
    assertThat(goal.holds(moved(Map.of("pepsi-1", "user")))).isTrue();
  }

  @Test
  void theHandIsJudgedByWhatItHolds() throws Exception {
    WorldState holding = with(start.objects(), Optional.of("apple-1"), List.of());
    assertThat(goal("{\"holding\":{\"is\":\"fruit\"}}").holds(holding)).isTrue();
    assertThat(goal("{\"holding\":{\"object\":\"coke\"}}").unmet(holding))
        .containsExactly("the hand holds apple-1, not coke");
    assertThat(goal("{\"not\":{\"holding\":{}}}").holds(holding)).isFalse();
    assertThat(goal("{\"not\":{\"holding\":{}}}").holds(start)).isTrue();
  }

  @Test
  void doorsVisitsAndWiping() throws Exception {
    WorldState state = with(start.objects(), Optional.empty(), List.of("sink", "table"));
    assertThat(
            goal("{\"all\":[{\"open\":\"fridge\"},{\"closed\":\"top"
                    + " drawer\"},{\"wiped\":\"table\"},"
                    + "{\"visited\":[\"table\",\"sink\"]},{\"robot_at\":\"table\"}]}")
                .unmet(state))
        .isEmpty();
    assertThat(goal("{\"visited\":[\"fridge\"]}").unmet(state))
        .containsExactly("not visited: fridge");
  }

  @Test
  void unchangedNamesWhatMoved() throws Exception {
    Goal goal = goal("{\"unchanged\":{\"object\":\"coke\"}}");
    assertThat(goal.holds(start)).isTrue();
    assertThat(goal.unmet(moved(Map.of("coke-2", "user"))))
        .containsExactly("no longer where it was: coke-2");
  }

  @Test
  void whatShouldNotBeIsSaidInWords() throws Exception {
    Goal goal = goal("{\"not\":{\"at\":{\"is\":\"soda\",\"place\":\"table\",\"count\":2}}}");
    assertThat(goal.unmet(start))
        .containsExactly("it should not be so: at least 2 of a thing that is soda at the table");
    assertThat(goal("{\"any\":[{\"open\":\"fridge\"},{\"wiped\":\"sink\"}]}").words())
        .isEqualTo("the fridge is open or the sink was wiped");
  }

  @Test
  void ofAlternativesEachOneIsNamedThatFails() throws Exception {
    assertThat(
            goal("{\"any\":[{\"open\":\"fridge\"},{\"holding\":{\"object\":\"coke\"}}]}")
                .unmet(start))
        .containsExactly("none of: the fridge is not open; the hand holds nothing, not coke");
  }

  @Test
  void deMorganHolds() throws Exception {
    String a = "{\"open\":\"fridge\"}";
    String b = "{\"at\":{\"object\":\"coke\",\"place\":\"user\"}}";
    WorldState state = with(start.objects(), Optional.empty(), List.of());
    assertThat(goal("{\"not\":{\"any\":[%s,%s]}}".formatted(a, b)).holds(state))
        .isEqualTo(goal("{\"all\":[{\"not\":%s},{\"not\":%s}]}".formatted(a, b)).holds(state));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"all\":[{\"at\":{\"object\":[\"coke\"],\"place\":\"user\",\"count\":2}}]}",
        "{\"not\":{\"holding\":{\"is\":[\"drink\"]}}}",
        "{\"near\":{\"object\":{\"object\":[\"coke\"]},\"other\":{\"is\":[\"fruit\"]}}}",
        "{\"visited\":[\"table\"]}",
        "{\"asked\":{}}"
      })
  void aGoalSurvivesItsJson(String json) throws Exception {
    Goal goal = goal(json);
    assertThat(goal(JSON.writerFor(Goal.class).writeValueAsString(goal))).isEqualTo(goal);
  }

  @Test
  void unknownWordsAreNamed() throws Exception {
    Goal goal =
        goal(
            "{\"any\":[{\"at\":{\"object\":\"unicorn\",\"place\":\"moon\"}},{\"open\":\"fridge\"}]}");
    assertThat(GoalVocabulary.unknown(goal, kitchen))
        .containsExactly(
            "place 'moon' is unknown", "'unicorn' is no object, category or attribute");
  }
}
