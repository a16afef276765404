package io.souschef.app.cli.robot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.souschef.app.cli.Main;
import io.souschef.app.cli.ReachableRobot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** serve with the simulated robot of another process, over rosbridge. */
@Timeout(300)
class ServeRobotIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private String url = "";

  private interface Visit {
    void pay() throws Exception;
  }

  private String served(List<String> more, Path config, Visit visit) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "serve", "--port", "0", "--robot", "ros2", "--robot-config", config.toString()));
    arguments.addAll(List.of("--out", folder.resolve("out").toString()));
    arguments.addAll(more);
    PipedWriter written = new PipedWriter();
    StringWriter err = new StringWriter();
    try (BufferedReader lines = new BufferedReader(new PipedReader(written))) {
      Thread program =
          new Thread(
              () -> {
                int unused =
                    Main.run(
                        arguments.toArray(String[]::new),
                        new PrintWriter(written),
                        new PrintWriter(err));
              });
      program.start();
      for (String line = lines.readLine(); !line.startsWith("Ctrl-C"); line = lines.readLine()) {
        if (line.startsWith("robot http")) {
          url = line.substring("robot ".length());
        }
      }
      visit.pay();
      program.interrupt();
      program.join(40_000);
    }
    return err.toString();
  }

  private JsonNode command(String json) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url + "api/v1/commands"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private JsonNode await(Predicate<JsonNode> wanted) throws IOException, InterruptedException {
    JsonNode state = JSON.nullNode();
    for (int i = 0; i < 1200; i++) {
      state = send(HttpRequest.newBuilder(URI.create(url + "api/v1/state")).build());
      if (wanted.test(state)) {
        return state;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("It did not come to that: " + state);
  }

  private String trace(int request) throws IOException {
    return Files.readString(folder.resolve("out/" + request + "/trace.jsonl"));
  }

  @Test
  void each_command_waits_for_its_yes_and_then_the_robot_does_it() throws Exception {
    try (ReachableRobot robot = new ReachableRobot(folder, "rosbridge", 0, List.of())) {
      served(
          List.of("--arm", "--confirm"),
          robot.config(),
          () -> {
            JsonNode still = await(s -> s.at("/robot/perceived/at").asText().equals("user"));
            assertThat(still.at("/robot/armed").asBoolean()).isTrue();
            assertThat(still.at("/robot/link").asText()).isEqualTo("up");
            assertThat(still.has("undo")).isFalse();
            assertThat(command("{\"type\":\"ask_first\",\"on\":false}").toString())
                .contains("--confirm");

            command("{\"type\":\"instruct\",\"text\":\"go to the sink\"}");
            JsonNode asked = await(s -> s.at("/robot/confirm/id").isNumber());
            assertThat(asked.at("/robot/confirm/skill").asText()).isEqualTo("go to the sink");
            assertThat(asked.at("/robot/perceived/at").asText()).isEqualTo("user");
            assertThat(trace(1)).doesNotContain("command_sent");
            command(
                "{\"type\":\"confirm\",\"allow\":true,\"id\":%s}"
                    .formatted(asked.at("/robot/confirm/id")));

            await(s -> s.at("/robot/perceived/at").asText().equals("sink"));
            await(s -> s.path("status").asText().equals("idle"));
            assertThat(trace(1)).contains("command_sent", "command_ended", "\"outcome\":\"DONE\"");
          });
    }
  }

  @Test
  void without_arm_it_is_only_looked_at_and_held_it_moves_no_more() throws Exception {
    try (ReachableRobot robot = new ReachableRobot(folder, "rosbridge", 0, List.of())) {
      served(
          List.of(),
          robot.config(),
          () -> {
            JsonNode state = await(s -> s.at("/robot/perceived/at").isTextual());
            assertThat(state.at("/robot/armed").asBoolean()).isFalse();
            assertThat(state.at("/robot/still").asText()).contains("not armed");
            assertThat(command("{\"type\":\"arm\"}").toString()).contains("--arm");
            command("{\"type\":\"instruct\",\"text\":\"go to the sink\"}");
            await(s -> s.path("request").asInt() == 1 && s.path("status").asText().equals("idle"));
            assertThat(trace(1)).doesNotContain("command_sent").contains("does not move");
            assertThat(command("{\"type\":\"undo\"}").toString()).contains("for a real robot");
          });
      served(
          List.of("--arm"),
          robot.config(),
          () -> {
            await(s -> s.at("/robot/armed").asBoolean());
            command("{\"type\":\"hold\"}");
            await(s -> !s.at("/robot/armed").asBoolean());
            command("{\"type\":\"arm\"}");
            await(s -> s.at("/robot/armed").asBoolean());
            command("{\"type\":\"instruct\",\"text\":\"go to the table\"}");
            await(s -> s.at("/robot/perceived/at").asText().equals("table"));
            command("{\"type\":\"stop\"}");
            await(s -> s.path("status").asText().equals("stopped"));
            assertThat(command("{\"type\":\"release\"}").toString()).contains("for a real robot");
          });
    }
  }
}
