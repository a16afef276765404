package io.souschef.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.sim.SimulatedRobot;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.live.mind.Brain;
import io.souschef.web.live.mind.Choice;
import io.souschef.web.live.mind.Minds;
import io.souschef.web.page.Assets;
import io.souschef.web.replay.Decisions;
import io.souschef.web.replay.SceneJson;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What people choose in a kitchen, and what they are told of how it is decided there. */
class LiveChoicesTest extends OneViewer {

  @Test
  void another_scene_takes_hold_with_a_new_kitchen_and_all_who_look_on_get_its_room()
      throws InterruptedException {
    JsonNode before = viewer.hear(m -> m.path("type").asText().equals("hello"));
    assertThat(before.at("/state/scene").asText()).isEqualTo("test");
    assertThat(before.at("/state/scenes").toString()).isEqualTo("[\"test\",\"flat\"]");

    say("{\"type\":\"reset\",\"seed\":3,\"scene\":\"flat\"}");

    JsonNode room = viewer.hear(m -> m.path("type").asText().equals("scene")).path("scene");
    assertThat(room.path("name").asText()).isEqualTo("flat");
    JsonNode state = viewer.hearState(s -> s.path("scene").asText().equals("flat")).path("state");
    assertThat(state.path("seed").asLong()).isEqualTo(3);
    Listening late = new Listening("late");
    kitchen.join(late);
    assertThat(late.hear(m -> m.path("type").asText().equals("hello")).at("/scene/name").asText())
        .isEqualTo("flat");
    say("{\"type\":\"instruct\",\"text\":\"done\"}");
    assertThat(viewer.hearEvent("started").at("/event/settings/scene").asText()).isEqualTo("flat");
  }

  @Test
  void a_page_names_no_file_of_the_machine_as_a_scene() {
    for (String scene : new String[] {"/etc/passwd", "../test", "", "default.yaml"}) {
      assertThatThrownBy(
              () ->
                  commands
                      .execute(
                          "ann",
                          "{\"type\":\"reset\",\"seed\":1,\"scene\":\"%s\"}".formatted(scene))
                      .join())
          .hasMessageContaining("there is: test, flat");
    }
  }

  @Test
  void every_candidate_of_a_decision_can_be_asked_for_though_few_are_sent()
      throws InterruptedException {
    say("{\"type\":\"instruct\",\"text\":\"go to the sink\"}");
    JsonNode sent = viewer.hearEvent("decided").at("/event/decision");
    viewer.hearEvent("ended");

    JsonNode all = Decisions.of(kitchen.folder(1).resolve("trace.jsonl"), 1);

    assertThat(sent.path("candidates")).hasSize(40);
    assertThat(sent.path("scored").asInt()).isEqualTo(all.path("candidates").size());
    assertThat(all.path("candidates").size()).isEqualTo(all.path("skills").asInt());
    assertThatThrownBy(() -> Decisions.of(kitchen.folder(1).resolve("trace.jsonl"), 99))
        .hasMessageContaining("No decision on step 99");
  }

  @Test
  void the_prompt_that_was_scored_comes_before_its_decision() throws InterruptedException {
    say("{\"type\":\"instruct\",\"text\":\"go to the sink\"}");

    JsonNode prompt = viewer.hear(m -> m.path("event").path("event").asText().equals("prompted"));

    assertThat(prompt.at("/event/step").asInt()).isEqualTo(1);
    assertThat(prompt.at("/event/prompt").asText()).startsWith("Instruction: go to the sink");
    JsonNode second =
        viewer.hear(
            m ->
                m.path("event").path("event").asText().equals("prompted")
                    && m.at("/event/step").asInt() == 2);
    assertThat(second.at("/event/prompt").asText()).contains("1. go to the sink");
    viewer.hearEvent("ended");
  }

  @Test
  void what_is_chosen_holds_from_the_next_request_on_and_everyone_is_told()
      throws InterruptedException {
    Commands choosing =
        new Commands(
            kitchen,
            new Minds() {
              @Override
              public List<Choice> choices() {
                return List.of(new Choice("model", "Language model", List.of("one", "none")));
              }

              @Override
              public Brain brain(Map<String, String> chosen) {
                if ("none".equals(chosen.get("model"))) {
                  throw new InvalidInputException("Model 'none' cannot be opened");
                }
                return brain;
              }
            });
    choosing.execute("ann", "{\"type\":\"choose\",\"name\":\"model\",\"value\":\"none\"}").join();
    assertThat(viewer.hear(m -> m.path("type").asText().equals("note")).path("text").asText())
        .isEqualTo("From the next request on: Language model none");

    choosing.execute("ann", "{\"type\":\"instruct\",\"text\":\"done\"}").join();

    assertThat(viewer.hear(m -> m.path("type").asText().equals("note")).path("text").asText())
        .isEqualTo("Model 'none' cannot be opened");
    assertThat(kitchen.state().path("request").asInt()).isZero();
    assertThatThrownBy(
            () ->
                choosing
                    .execute(
                        "ann", "{\"type\":\"choose\",\"name\":\"model\",\"value\":\"onnx:/etc\"}")
                    .join())
        .hasMessageContaining("none of the values");
  }

  /** Begins a request whose model takes its time to open, does something meanwhile, and ends. */
  private JsonNode whileItsModelOpens(String command) throws InterruptedException {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch opened = new CountDownLatch(1);
    Commands slow =
        new Commands(
            kitchen,
            new Minds() {
              @Override
              public List<Choice> choices() {
                return List.of();
              }

              @Override
              public Brain brain(Map<String, String> chosen) {
                opening.countDown();
                try {
                  opened.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                return brain;
              }
            });
    slow.execute("ann", "{\"type\":\"instruct\",\"text\":\"go to the sink\"}").join();
    opening.await();
    slow.execute("ann", command).join();
    opened.countDown();
    JsonNode ended = viewer.hearEvent("ended");
    assertThat(kitchen.ask(SimulatedRobot::timeS).join()).isLessThan(0.5); // nothing was begun
    return ended;
  }

  @Test
  void canceled_while_its_model_is_opened_the_robot_begins_nothing() throws InterruptedException {
    JsonNode ended = whileItsModelOpens("{\"type\":\"cancel\"}");
    assertThat(ended.at("/event/outcome").asText()).isEqualTo("CANCELED");
  }

  @Test
  void stopped_while_its_model_is_opened_it_ends_as_stopped() throws InterruptedException {
    JsonNode ended = whileItsModelOpens("{\"type\":\"stop\"}");
    assertThat(ended.at("/event/outcome").asText()).isEqualTo("CANCELED");
    assertThat(ended.at("/event/message").asText()).isEqualTo("The emergency stop was pressed");
  }

  @Test
  void every_command_that_the_API_describes_is_known() throws JsonProcessingException {
    JsonNode schemas =
        SceneJson.JSON.readTree(Assets.text("openapi.json")).at("/components/schemas");
    int tried = 0;
    for (JsonNode schema : schemas) {
      String described = schema.path("description").asText();
      if (schema.has("example") && !described.startsWith("Real robot only")) {
        tried++;
        try {
          commands.execute("ann", schema.path("example").toString()).join();
        } catch (CompletionException e) {
          assertThat(e).message().doesNotContain("There is no command", "The command needs");
        }
      }
    }
    assertThat(tried).isGreaterThan(18);
  }
}
