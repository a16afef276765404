package io.souschef.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.souschef.app.cli.Main;
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
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with the shipped models, driven over its API. */
class ServeCommandIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofSeconds(90);

  @TempDir Path out;

  private final HttpClient client = HttpClient.newHttpClient();
  private final StringWriter err = new StringWriter();

  @SuppressWarnings("NullAway.Init")
  private Thread program;

  private String url = "";

  @BeforeEach
  void serve() throws IOException {
    PipedWriter written = new PipedWriter();
    try (BufferedReader lines = new BufferedReader(new PipedReader(written))) {
      program =
          new Thread(
              () -> {
                int unused =
                    Main.run(
                        new String[] {
                          "serve",
                          "--port",
                          "0",
                          "--pace",
                          "max",
                          "--also-llm",
                          "openai:http://127.0.0.1:9#m",
                          "--out",
                          out.toString()
                        },
                        new PrintWriter(written),
                        new PrintWriter(err));
              });
      program.start();
      for (String line = lines.readLine(); !line.startsWith("Ctrl-C"); line = lines.readLine()) {
        if (line.startsWith("kitchen ")) {
          url = line.substring("kitchen ".length());
        }
      }
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    program.interrupt();
    program.join(20_000);
    assertThat(err.toString()).isEmpty();
  }

  private JsonNode command(String json) {
    return send(
        HttpRequest.newBuilder(URI.create(url + "api/v1/commands"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private JsonNode get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url + path)).build());
  }

  private JsonNode send(HttpRequest request) {
    try {
      return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new AssertionError(request.uri().toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  private JsonNode await(Predicate<JsonNode> wanted) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    JsonNode state = JSON.nullNode();
    while (System.nanoTime() < end) {
      state = send(HttpRequest.newBuilder(URI.create(url + "api/v1/state")).build());
      if (wanted.test(state)) {
        return state;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("It did not come to that: " + state);
  }

  private static boolean isOver(JsonNode state, int request) {
    return state.path("request").asInt() == request && state.path("status").asText().equals("idle");
  }

  private String trace(int request) throws IOException {
    return Files.readString(out.resolve(Integer.toString(request)).resolve("trace.jsonl"));
  }

  @Test
  void it_plans_by_programs_as_run_does_and_asks_and_plans_otherwise_when_told_to()
      throws Exception {
    command("{\"type\":\"instruct\",\"text\":\"go to the sink\"}");
    JsonNode first = await(s -> isOver(s, 1));
    assertThat(first.at("/choices/0/value").asText()).isEqualTo("program");
    assertThat(trace(1)).contains("\"event\":\"planned\"", "\"outcome\":\"DONE\"");

    command("{\"type\":\"instruct\",\"text\":\"I want something\"}");
    JsonNode asking = await(s -> s.has("question"));
    assertThat(asking.at("/question/question").asText()).endsWith("?");
    command("{\"type\":\"answer\",\"text\":\"go to the table\"}");
    await(s -> isOver(s, 2) || (s.has("question") && !s.equals(asking)));
    command("{\"type\":\"cancel\"}");
    await(s -> isOver(s, 2));
    assertThat(trace(2)).contains("\"event\":\"asked\"", "\"answer\":\"go to the table\"");

    command("{\"type\":\"choose\",\"name\":\"plan\",\"value\":\"steps\"}");
    command("{\"type\":\"choose\",\"name\":\"can\",\"value\":\"none\"}");
    command("{\"type\":\"instruct\",\"text\":\"go to the table\"}");
    await(s -> isOver(s, 3));
    assertThat(trace(3)).doesNotContain("\"event\":\"planned\"").contains("\"can\":\"none\"");
    command("{\"type\":\"choose\",\"name\":\"scores\",\"value\":\"all\"}");
    command("{\"type\":\"instruct\",\"text\":\"go to the sink\"}");
    await(s -> isOver(s, 4));
    assertThat(trace(4))
        .contains("\"event\":\"prompted\",\"step\":1,\"prompt\":\"[CLS] go to the sink");
    JsonNode decision = get("api/v1/requests/4/decisions/1");
    assertThat(decision.path("candidates").size())
        .isEqualTo(decision.path("skills").asInt())
        .isGreaterThan(500);
    assertThat(command("{\"type\":\"choose\",\"name\":\"plan\",\"value\":\"magic\"}").toString())
        .contains("none of the values");
  }

  @Test
  void scene_and_models_are_chosen_among_what_the_process_was_given() throws Exception {
    JsonNode state = get("api/v1/state");
    assertThat(state.path("scenes").toString()).isEqualTo("[\"default\",\"flat\"]");
    assertThat(choice(state, "model")).isEqualTo("[\"embedded\",\"openai:http://127.0.0.1:9#m\"]");

    command("{\"type\":\"reset\",\"scene\":\"flat\",\"seed\":2}");
    await(s -> s.path("scene").asText().equals("flat"));
    command("{\"type\":\"instruct\",\"text\":\"go to the sofa\"}");
    await(s -> isOver(s, 1));
    assertThat(trace(1)).contains("\"scene\":\"flat\"", "\"seed\":\"2\"", "\"outcome\":\"DONE\"");

    for (String elsewhere : new String[] {"/etc/hosts", "runs/x.yaml", "../../secret.yaml"}) {
      assertThat(
              command("{\"type\":\"reset\",\"seed\":1,\"scene\":\"%s\"}".formatted(elsewhere))
                  .toString())
          .contains("There is no scene");
      assertThat(
              command(
                      "{\"type\":\"choose\",\"name\":\"model\",\"value\":\"onnx:%s\"}"
                          .formatted(elsewhere))
                  .toString())
          .contains("none of the values");
    }
  }

  private static String choice(JsonNode state, String name) {
    for (JsonNode choice : state.path("choices")) {
      if (choice.path("name").asText().equals(name)) {
        return choice.path("values").toString();
      }
    }
    return "";
  }
}
