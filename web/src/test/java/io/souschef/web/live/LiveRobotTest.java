package io.souschef.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import io.souschef.web.GatedRobot;
import io.souschef.web.PlannedBrain;
import io.souschef.web.live.people.Confirmations;
import io.souschef.web.replay.SceneJson;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A robot that is somebody else's: it has a gate of its own, and commands that are asked about. */
@Timeout(120)
class LiveRobotTest {

  @TempDir Path out;

  private final GatedRobot gated = new GatedRobot();
  private final Listening viewer = new Listening("ann");

  @SuppressWarnings("NullAway.Init")
  private LiveRobot robot;

  @SuppressWarnings("NullAway.Init")
  private Commands commands;

  @BeforeEach
  void open() {
    robot = gated.open(out);
    commands = new Commands(robot, new PlannedBrain());
    robot.join(viewer);
  }

  @AfterEach
  void close() {
    robot.close();
    gated.close();
  }

  private void say(String json) {
    commands.accept("ann", json);
  }

  private JsonNode robotState(Predicate<JsonNode> wanted) throws InterruptedException {
    return viewer.hearState(s -> wanted.test(s.path("robot"))).at("/state/robot");
  }

  @Test
  void what_it_perceives_is_shown_and_an_instruction_is_carried_out() throws InterruptedException {
    JsonNode hello = viewer.hear(m -> m.path("type").asText().equals("hello"));
    assertThat(hello.at("/scene/places").size()).isGreaterThan(5);
    JsonNode seen = robotState(r -> r.has("perceived"));
    assertThat(seen.at("/perceived/things").isInt()).isTrue();

    say("{\"type\":\"instruct\",\"text\":\"find a sponge; pick up the sponge\"}");

    assertThat(viewer.hearEvent("ended").at("/event/outcome").asText()).isEqualTo("DONE");
    assertThat(
            robotState(r -> r.at("/perceived/holds").isTextual()).at("/perceived/holds").asText())
        .isEqualTo("sponge");
    assertThat(gated.sent()).containsExactly("find a sponge", "pick up the sponge");
  }

  @Test
  void nothing_goes_out_before_a_yes_to_that_very_command() throws InterruptedException {
    say("{\"type\":\"ask_first\",\"on\":true}");
    say("{\"type\":\"instruct\",\"text\":\"go to the sink; go to the table\"}");
    JsonNode asked = robotState(r -> r.has("confirm")).path("confirm");
    assertThat(asked.path("skill").asText()).isEqualTo("go to the sink");
    assertThat(asked.at("/message/goal").asText()).isEqualTo("go to the sink");
    assertThat(gated.sent()).isEmpty();
    long id = asked.path("id").asLong();
    assertThatThrownBy(() -> commands.execute("ann", confirm(id + 1, true)).join())
        .hasMessageContaining("does not wait to be confirmed");
    assertThat(gated.sent()).isEmpty();

    say(confirm(id, true));

    JsonNode second =
        robotState(r -> r.at("/confirm/skill").asText().equals("go to the table")).path("confirm");
    assertThat(gated.sent()).containsExactly("go to the sink");
    say(confirm(id, true)); // too late, and meant for another one
    say(confirm(second.path("id").asLong(), false));
    assertThat(
            viewer
                .hear(
                    m ->
                        m.at("/event/event").asText().equals("skill_ended")
                            && m.at("/event/skill/text").asText().equals("go to the table"))
                .at("/event/result/message")
                .asText())
        .contains("not confirmed");
    assertThat(gated.sent()).containsExactly("go to the sink");
    say("{\"type\":\"cancel\"}");
    viewer.hearEvent("ended");
  }

  private static String confirm(long id, boolean allow) {
    return "{\"type\":\"confirm\",\"id\":%s,\"allow\":%s}".formatted(id, allow);
  }

  @Test
  void whoever_stops_or_cancels_says_no_to_what_waits() throws InterruptedException {
    for (String stop : new String[] {"cancel", "hold", "stop"}) {
      gated.arm();
      say("{\"type\":\"ask_first\",\"on\":true}");
      say("{\"type\":\"instruct\",\"text\":\"go to the sink\"}");
      robotState(r -> r.has("confirm"));

      commands.accept("ann", "{\"type\":\"%s\"}".formatted(stop));

      assertThat(viewer.hearEvent("ended").at("/event/outcome").asText()).isEqualTo("CANCELED");
      assertThat(gated.sent()).isEmpty();
      if (stop.equals("hold")) {
        robotState(r -> !r.path("armed").asBoolean(true));
      }
    }
    assertThatThrownBy(
            () -> commands.execute("ann", "{\"type\":\"instruct\",\"text\":\"done\"}").join())
        .hasMessageContaining("emergency stop");
  }

  @Test
  void held_it_stays_still_until_it_is_armed_where_the_process_may() throws InterruptedException {
    commands.accept("somebody else", "{\"type\":\"hold\"}");
    robotState(r -> !r.path("armed").asBoolean(true));
    gated.mayArm(false);
    assertThatThrownBy(() -> commands.execute("ann", "{\"type\":\"arm\"}").join())
        .hasMessageContaining("--arm");
    assertThat(gated.isArmed()).isFalse();
    gated.mayArm(true);

    commands.execute("ann", "{\"type\":\"arm\"}").join();

    assertThat(gated.isArmed()).isTrue();
  }

  @Test
  void nothing_is_offered_that_only_a_simulation_could_do() {
    for (String type :
        new String[] {
          "undo", "reset", "put", "move", "swing", "add", "block", "speed", "release"
        }) {
      assertThatThrownBy(() -> commands.execute("ann", "{\"type\":\"%s\"}".formatted(type)).join())
          .hasMessageContaining("for a real robot");
    }
    assertThat(robot.state().has("undo")).isFalse();
    assertThat(robot.state().has("scenes")).isFalse();
  }

  @Test
  void what_it_reports_stands_in_the_trace_and_on_the_page() throws InterruptedException {
    say("{\"type\":\"ask_first\",\"on\":true}");
    say("{\"type\":\"instruct\",\"text\":\"go to the sink\"}");
    long id = robotState(r -> r.has("confirm")).at("/confirm/id").asLong();

    robot.reported(
        new EpisodeEvent.RobotReported(
            SceneJson.JSON.createObjectNode().put("event", "link_changed").put("up", false)));

    assertThat(viewer.hearEvent("robot_reported").at("/event/report/event").asText())
        .isEqualTo("link_changed");
    say(confirm(id, true));
    viewer.hearEvent("ended");
    viewer.hearState(s -> s.path("status").asText().equals("idle"));
    assertThat(Trace.read(robot.folder(1).resolve("trace.jsonl")))
        .filteredOn(EpisodeEvent.RobotReported.class::isInstance)
        .hasSize(1);
  }

  @Test
  void what_the_command_line_wants_asked_cannot_be_switched_off() {
    Confirmations always = new Confirmations(true);
    assertThatThrownBy(() -> always.askFirst(false)).hasMessageContaining("--confirm");
    ObjectNode state = SceneJson.JSON.createObjectNode();
    always.describe(state);
    assertThat(state.path("asksFirst").asBoolean()).isTrue();
  }
}
