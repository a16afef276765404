package io.souschef.models.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.models.server.FakeServer.Api;
import io.souschef.models.server.FakeServer.Fault;
import io.souschef.models.server.FakeServer.Obeys;
import io.souschef.models.server.http.RetryPolicy;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.writing.TextGenerator;
import io.souschef.planner.writing.TextGenerator.Held;
import io.souschef.planner.writing.TextGenerator.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that mean well, each in its own way. */
class ServerMannersTest {

  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(30), 3, Duration.ofMillis(1), Duration.ofSeconds(90));
  private static final String PROMPT =
      "Human: bring caf\u00e9 \u65e5\u672c\nRobot: 1. find a coke, 2.";
  private static final List<String> SKILLS =
      List.of(" find a coke,", " find the cr\u00e8me br\u00fbl\u00e9e now,", " done.");

  private static CompletionServer open(FakeServer server) {
    return CompletionServer.open(server.address(), Map.of(), POLICY);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LOSES_ONE")
  void echoesAreLaidAlongTheTextWhateverTheyMakeOfIt(FakeEcho.Manner manner) throws IOException {
    try (FakeServer server = new FakeServer(Api.ECHO)) {
      server.echo = manner;
      try (CompletionServer model = open(server)) {
        assertThat(model.name()).isEqualTo("openai (fake by echo)");
        double[] truth =
            SKILLS.stream().mapToDouble(skill -> server.model().truth(PROMPT, skill)).toArray();
        assertThat(model.logProbabilities(PROMPT, SKILLS))
            .containsExactly(truth, Offset.offset(1e-9));
      }
    }
  }

  @Test
  void anEchoThatIsNotTheTextIsNotScored() throws IOException {
    try (FakeServer server = new FakeServer(Api.ECHO)) {
      server.echo = FakeEcho.Manner.LOSES_ONE;
      assertThatThrownBy(() -> open(server)).hasMessageContaining("changes the text");
    }
  }

  @Test
  void whenAWayFailsInTheMiddleTheNextTakesOver() throws IOException {
    try (FakeServer server = new FakeServer(Api.ECHO, Api.LLAMA);
        CompletionServer model = open(server)) {
      assertThat(model.name()).endsWith("by echo)");
      server.echo = FakeEcho.Manner.LOSES_ONE;
      double[] truth =
          SKILLS.stream().mapToDouble(skill -> server.model().truth(PROMPT, skill)).toArray();
      assertThat(model.logProbabilities(PROMPT, SKILLS))
          .containsExactly(truth, Offset.offset(1e-6));
      assertThat(model.name()).endsWith("by llama.cpp n_probs)");
    }
  }

  @Test
  void aServerThatIsGoneIsNotAskedInOtherWays() throws IOException {
    try (FakeServer server = new FakeServer(Api.ECHO, Api.LLAMA);
        CompletionServer model = open(server)) {
      server.always = Fault.LOADING;
      int before = server.requests.size();
      assertThatThrownBy(() -> model.logProbabilities(PROMPT, SKILLS))
          .isInstanceOf(ScoringException.class)
          .hasMessageContaining("Loading model");
      assertThat(server.requests).hasSize(before + 3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void chatsOfEveryMannerChoose(FakeChat.Manner manner) throws IOException {
    List<String> many =
        IntStream.range(0, 40)
            .mapToObj(i -> i == 21 ? " find a coke," : " find a thing" + i + ",")
            .toList();
    try (FakeServer server = new FakeServer(Api.CHAT)) {
      server.chat = manner;
      try (CompletionServer model = open(server)) {
        double[] scores = model.logProbabilities("Robot: 1.", many);
        assertThat(Arrays.stream(scores).map(Math::exp).sum()).isCloseTo(1, Offset.offset(1e-9));
        assertThat(Arrays.stream(scores).max().orElseThrow()).isEqualTo(scores[21]);
        assertThat(model.generator().orElseThrow().write(Request.of("x", 9, List.of())).text())
            .isEqualTo(" as a chat goes");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LLAMA, GRAMMAR, abc",
    "VLLM, GRAMMAR, abc",
    "OLD_VLLM, GRAMMAR, abc",
    "NOTHING, NOT, ' more'"
  })
  void aGrammarIsGivenInTheServersOwnWay(Obeys obeys, Held held, String text) throws IOException {
    try (FakeServer server = new FakeServer(Api.ECHO)) {
      server.obeys = obeys;
      try (CompletionServer model = open(server)) {
        TextGenerator generator = model.generator().orElseThrow();
        Request request = Request.of("write", 20, List.of()).under("root ::= \"abc\"");
        assertThat(generator.write(request).text()).isEqualTo(text);
        int before = server.requests.size();
        assertThat(generator.write(request.drawn(0.7, 3)).held()).isEqualTo(held);
        assertThat(server.requests).hasSize(before + 1);
        assertThat(generator.write(Request.of("write", 20, List.of())).held()).isEqualTo(Held.NOT);
      }
    }
  }

  @Test
  void whereThereIsNoGrammarASchemaKeepsChatterOut() throws IOException {
    try (FakeServer server = new FakeServer(Api.CHAT)) {
      server.obeys = Obeys.SCHEMA;
      try (CompletionServer model = open(server)) {
        Request request = Request.of("write", 20, List.of()).under("root ::= \"abc\"");
        assertThat(model.generator().orElseThrow().write(request))
            .isEqualTo(new TextGenerator.Written("one\ntwo", 0, Held.LINES));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ECHO, ' more', 1",
    "PROMPT_LOGPROBS, ' more', 1",
    "LLAMA, ' more', 1",
    "CHAT, ' as a chat goes', 0"
  })
  void everyKindOfServerWritesText(Api api, String text, int tokens) throws IOException {
    try (FakeServer server = new FakeServer(api);
        CompletionServer model = open(server)) {
      assertThat(model.generator().orElseThrow().write(Request.of("one", 4, List.of("\n"))))
          .isEqualTo(new TextGenerator.Written(text, tokens, Held.NOT));
    }
  }

  @Test
  void writingSurvivesAFaultThatPassesAndNamesOneThatStays() throws IOException {
    try (FakeServer server = new FakeServer(Api.ECHO);
        CompletionServer model = open(server)) {
      TextGenerator generator = model.generator().orElseThrow();
      server.faults.addAll(List.of(Fault.TOO_MANY, Fault.TRUNCATED));
      assertThat(generator.write(Request.of("one", 4, List.of())).text()).isEqualTo(" more");
      server.faults.addAll(Collections.nCopies(3, Fault.NO_JSON));
      assertThatThrownBy(() -> generator.write(Request.of("one", 4, List.of())))
          .isInstanceOf(ScoringException.class)
          .hasMessageContaining("no JSON or only half of it");
    }
  }
}
