package io.souschef.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.app.cli.Commands;
import io.souschef.planner.decision.Candidate;
import io.souschef.planner.decision.Decision;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.episode.Trace;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas of docs/schema name what is written, and refuse what is not. */
class SchemaTest {

  private static final Pose POSE = Pose.upright(1, 2, 0.75, 0.3);
  private static final GroundedSkill SKILL =
      new GroundedSkill("find", "find a coke", "find an object", Map.of("object", "coke"));

  static List<EpisodeEvent> events() {
    ObservedObject coke =
        new ObservedObject(
            "coke-1", "coke", POSE, Optional.of("table"), 0.07, 0.07, 0.12, 0.9, 1, true);
    Place table =
        new Place("table", Place.Kind.SURFACE, POSE, 1, 1, Set.of("oak"), List.of("board"));
    Observation seen =
        new Observation(
            1.5,
            POSE,
            Optional.of("table"),
            Optional.of(coke),
            List.of(coke),
            List.of(
                new PlaceState(table, Optional.of(true), OptionalDouble.of(1)),
                new PlaceState(table, Optional.empty(), OptionalDouble.empty())));
    Candidate chosen = new Candidate(SKILL, -0.5, 0.6, 0.9, 0.54);
    Candidate never = new Candidate(SKILL, Double.NEGATIVE_INFINITY, 0, 1, 0);
    JsonNode report = new JsonMapper().createObjectNode().put("event", "armed");
    List<EpisodeEvent> events =
        new ArrayList<>(
            List.of(
                new EpisodeEvent.Started(
                    "bring me a coke", "a", "b", PlanPrompt.Style.SCENE, 60, Map.of("seed", "1")),
                new EpisodeEvent.Prompted(0, "bring me a coke"),
                new EpisodeEvent.Drafted(
                    1, 2, "It does not run", "bring(1)", "LINES", List.of("line 1: no name")),
                new EpisodeEvent.Judged(
                    List.of(
                        new EpisodeEvent.Judgement(
                            "bring(\"coke\");", "There is none", List.of("coke"), 12, 0.6, 0.2))),
                new EpisodeEvent.Planned(
                    List.of(new EpisodeEvent.Understood("bring(\"coke\");", "bring coke", 0.9))),
                new EpisodeEvent.Reached("bring(\"coke\");"),
                new EpisodeEvent.Ordered(List.of("bring(\"coke\");"), 40, 60),
                new EpisodeEvent.Asked("Which?", List.of("a", "b"), Optional.of("a")),
                new EpisodeEvent.Asked("Which?", List.of(), Optional.empty()),
                new EpisodeEvent.Told("There is none."),
                new EpisodeEvent.Observed(1, seen),
                new EpisodeEvent.Decided(1, new Decision(chosen, List.of(chosen, never), 7)),
                new EpisodeEvent.SkillStarted(1, SKILL),
                new EpisodeEvent.SkillProgressed(1, new Progress("reaching", 0.5, 2)),
                new EpisodeEvent.SkillEnded(1, SKILL, new SkillResult.Succeeded(2, "Found")),
                new EpisodeEvent.SkillEnded(1, SKILL, new SkillResult.Canceled(2, "Stopped")),
                new EpisodeEvent.RobotReported(report),
                new EpisodeEvent.ThoughtAhead(2, true, ""),
                new EpisodeEvent.Timed(0, 1, 2, 3, 4)));
    for (FailureReason reason : FailureReason.values()) {
      events.add(new EpisodeEvent.SkillEnded(1, SKILL, new SkillResult.Failed(2, reason, "No")));
    }
    for (Outcome outcome : Outcome.values()) {
      events.add(new EpisodeEvent.Ended(outcome, "So it ended", 3));
    }
    return events;
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyEventFits(EpisodeEvent event) throws IOException {
    assertThat(new Schema("trace-1.schema.json").faults(Trace.json(event).toString())).isEmpty();
  }

  @Test
  void everyKindOfEventIsNamedAndTried() throws IOException {
    Set<String> kinds =
        Arrays.stream(EpisodeEvent.class.getAnnotation(JsonSubTypes.class).value())
            .map(JsonSubTypes.Type::name)
            .collect(Collectors.toSet());
    assertThat(
            Stream.of(new Schema("trace-1.schema.json").document().path("oneOf"))
                .flatMap(all -> all.findValuesAsText("$ref").stream())
                .map(ref -> ref.replaceFirst(".*/", "")))
        .containsExactlyInAnyOrderElementsOf(kinds);
    assertThat(events())
        .extracting(event -> Trace.json(event).path("event").asText())
        .containsAll(kinds);
  }

  @Test
  void whatIsMissingTooMuchOrOfAnotherVersionDoesNotFit() throws IOException {
    Schema schema = new Schema("trace-1.schema.json");
    ObjectNode started = (ObjectNode) Trace.json(events().get(0));
    assertThat(schema.faults(started.toString())).isEmpty();
    assertThat(schema.faults(started.deepCopy().put("mood", "good").toString())).isNotEmpty();
    assertThat(schema.faults(started.deepCopy().put("schemaVersion", 2).toString())).isNotEmpty();
    assertThat(schema.faults(started.deepCopy().without("say").toString())).isNotEmpty();
    assertThat(schema.faults("{\"event\":\"sung\"}")).isNotEmpty();
  }

  @Test
  void aTraceNamesItsVersionAndIsReadWithAndWithout() throws IOException {
    JsonNode started = Trace.json(events().get(0));
    assertThat(started.path("schemaVersion").asInt()).isEqualTo(1);
    for (String line :
        List.of(started.toString(), ((ObjectNode) started).without("schemaVersion").toString())) {
      assertThat(Trace.read("a trace", new BufferedReader(new StringReader(line))))
          .containsExactly(events().get(0));
    }
  }

  @Test
  void anEvaluationFits(@TempDir Path temp) throws IOException {
    Path suite =
        Files.writeString(
            temp.resolve("mine.jsonl"),
            """
            {"id":"come","family":"verbs","instruction":"come here","scene":{"robot":{"at":"table"}},"goal":{"robot_at":"user"}}
            {"id":"stay","family":"nouns","instruction":"stay","scene":{},"goal":{"robot_at":"user"},"holds_at_start":true}
            """);
    Schema schema = new Schema("stats-1.schema.json");
    for (String how : List.of("--say none --rates plan", "--say none --rates both")) {
      List<String> words = new ArrayList<>(List.of("eval", "--json", "--affordance", "analytic"));
      words.addAll(List.of(how.split(" ")));
      Path run = temp.resolve(how.replaceAll("[^a-z]", ""));
      words.addAll(List.of("--steps", "2", "--suite", suite.toString(), "--out", run.toString()));
      Commands.Ended ended = Commands.run(words);
      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(schema.faults(ended.out())).isEmpty();
      assertThat(schema.faults(Files.readString(run.resolve("stats.json")))).isEmpty();
    }
  }
}
