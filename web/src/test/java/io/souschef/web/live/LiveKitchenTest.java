package io.souschef.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.planner.episode.Trace;
import io.souschef.web.live.people.Viewer;
import io.souschef.web.replay.Replay;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class LiveKitchenTest extends OneViewer {

  @Test
  void an_instruction_is_carried_out_and_can_be_shown_again() throws InterruptedException {
    say("{\"type\":\"instruct\",\"text\":\"find a sponge; pick up the sponge\"}");

    JsonNode decided = viewer.hearEvent("decided");
    assertThat(decided.at("/event/decision/chosen/skill/text").asText()).isEqualTo("find a sponge");
    JsonNode ended = viewer.hearEvent("ended");
    assertThat(ended.at("/event/outcome").asText()).isEqualTo("DONE");
    viewer.hearState(s -> s.path("status").asText().equals("idle"));
    assertThat(Trace.read(kitchen.folder(1).resolve("trace.jsonl"))).isNotEmpty();
    Replay replay = Replay.read(kitchen.folder(1));
    assertThat(replay.recorded()).isTrue();
    assertThat(replay.frames().size()).isGreaterThan(20);
    assertThat(replay.events().get(replay.events().size() - 1).path("t").asDouble())
        .isGreaterThan(5);
  }

  @Test
  void only_what_moves_is_sent() throws InterruptedException {
    viewer.hear(m -> m.path("type").asText().equals("frame"));
    say("{\"type\":\"instruct\",\"text\":\"go to the sink\"}");

    JsonNode frame = viewer.hear(m -> m.at("/poses/robot~1base").isArray());

    assertThat(frame.has("new")).isFalse();
    assertThat(frame.path("poses").has("coke-1")).isFalse();
  }

  @Test
  void a_pause_stands_still_and_goes_on_where_it_was() throws InterruptedException {
    say("{\"type\":\"pause\"}");
    say("{\"type\":\"instruct\",\"text\":\"go to the table\"}");
    viewer.hearEvent("started");
    say("{\"type\":\"step\"}");
    viewer.hearEvent("decided");
    viewer.hearState(s -> s.path("paused").asBoolean() && s.path("request").asInt() == 1);

    say("{\"type\":\"resume\"}");

    assertThat(viewer.hearEvent("ended").at("/event/outcome").asText()).isEqualTo("DONE");
  }

  @Test
  void the_emergency_stop_ends_everything_until_it_is_released() throws InterruptedException {
    say("{\"type\":\"speed\",\"factor\":1}");
    say("{\"type\":\"instruct\",\"text\":\"go to the sink; go to the table\"}");
    viewer.hearEvent("skill_progressed");

    commands.accept("somebody else", "{\"type\":\"stop\"}");

    JsonNode ended = viewer.hearEvent("ended");
    assertThat(ended.at("/event/outcome").asText()).isEqualTo("CANCELED");
    assertThat(ended.at("/event/message").asText()).isEqualTo("The emergency stop was pressed");
    assertThatThrownBy(
            () -> commands.execute("ann", "{\"type\":\"instruct\",\"text\":\"done\"}").join())
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("release it first");

    say("{\"type\":\"release\"}");
    say("{\"type\":\"speed\",\"factor\":\"max\"}");
    say("{\"type\":\"instruct\",\"text\":\"go to the table\"}");
    assertThat(viewer.hearEvent("ended").at("/event/outcome").asText()).isEqualTo("DONE");
  }

  @Test
  void canceled_while_it_thinks_it_does_not_begin_what_it_thought_of() throws InterruptedException {
    say("{\"type\":\"pause\"}");
    say("{\"type\":\"instruct\",\"text\":\"go to the sink\"}");
    viewer.hearEvent("started");

    say("{\"type\":\"cancel\"}");

    assertThat(viewer.hearEvent("ended").at("/event/outcome").asText()).isEqualTo("CANCELED");
  }

  @Test
  void what_the_robot_asks_is_answered_by_those_who_look_on() throws InterruptedException {
    say("{\"type\":\"instruct\",\"text\":\"where now?\"}");
    JsonNode asked = viewer.hearState(s -> s.has("question"));
    assertThat(asked.at("/state/question/choices").size()).isEqualTo(2);

    say("{\"type\":\"answer\",\"text\":\"go to the sink\"}");

    assertThat(viewer.hearEvent("skill_started").at("/event/skill/text").asText())
        .isEqualTo("go to the sink");
    viewer.hearEvent("ended");
  }

  @Test
  void a_change_by_hand_is_shown_and_can_be_taken_back() throws InterruptedException {
    viewer.hear(m -> m.path("type").asText().equals("frame"));
    commands.execute("ann", "{\"type\":\"remove\",\"object\":\"apple-1\"}").join();
    viewer.hear(m -> m.path("gone").toString().contains("apple-1"));

    say("{\"type\":\"undo\"}");

    JsonNode back = viewer.hear(m -> m.path("new").toString().contains("apple-1"));
    assertThat(back.path("new")).hasSize(1);
  }

  @Test
  void one_drives_at_a_time_and_the_wheel_is_free_when_they_leave() throws InterruptedException {
    say("{\"type\":\"pause\"}");
    Listening bob = new Listening("bob");
    kitchen.join(bob);
    commands.accept("bob", "{\"type\":\"resume\"}");
    assertThat(bob.hear(m -> m.path("type").asText().equals("refused")).path("message").asText())
        .contains("Somebody else is driving");

    kitchen.leave(viewer);
    bob.hearState(s -> s.path("driver").isNull());
    commands.execute("bob", "{\"type\":\"resume\"}").join();
  }

  @Test
  void what_is_no_command_is_refused_with_a_sentence() {
    for (String wrong :
        new String[] {
          "",
          "[]",
          "null",
          "7",
          "{",
          "{\"type\":7}",
          "{\"type\":\"fly\"}",
          "{\"type\":\"put\"}",
          "{\"type\":\"put\",\"object\":\"coke-1\",\"x\":\"1\",\"y\":1,\"z\":1}",
          "{\"type\":\"put\",\"object\":\"coke-1\",\"x\":1e99,\"y\":1,\"z\":1}",
          "{\"type\":\"instruct\",\"text\":\"\"}",
          "{\"type\":\"speed\",\"factor\":-1}",
          "{\"type\":\"reset\",\"seed\":1.5}",
          "{\"type\":\"answer\",\"text\":\"x\"}",
          "{\"type\":\"swing\",\"place\":\"table\",\"open\":true}",
          "[".repeat(9_000),
          "{\"type\":\"instruct\",\"text\":\"" + "x".repeat(20_000) + "\"}"
        }) {
      assertThatThrownBy(() -> commands.execute("ann", wrong).join())
          .isInstanceOf(CompletionException.class)
          .satisfies(
              fault ->
                  assertThat(Commands.reason(fault))
                      .isNotEqualTo("null")
                      .doesNotContain("went wrong"));
    }
  }

  @Test
  void a_viewer_who_takes_nothing_does_not_slow_the_robot() throws InterruptedException {
    kitchen.join(
        new Viewer() {
          @Override
          public String name() {
            return "asleep";
          }

          @Override
          public void send(String json, Runnable sent) {
            // never says that it was sent
          }

          @Override
          public void close(String why) {}
        });

    say("{\"type\":\"instruct\",\"text\":\"go to the sink\"}");

    assertThat(viewer.hearEvent("ended").at("/event/outcome").asText()).isEqualTo("DONE");
  }
}
