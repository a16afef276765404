package io.souschef.models.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.models.server.FakeServer.Api;
import io.souschef.models.server.FakeServer.Obeys;
import io.souschef.models.server.http.RetryPolicy;
import io.souschef.planner.program.draft.Attempt;
import io.souschef.planner.program.draft.Draftsman;
import io.souschef.planner.program.draft.Possible;
import io.souschef.planner.writing.TextGenerator.Held;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs from models behind servers. */
class ServedProgramsTest {

  private static final Vocabulary KITCHEN =
      new Vocabulary(
          List.of(new Vocabulary.Kind("coke", "cokes", true, Set.of("drink"), List.of())),
          List.of(new Place("table", Place.Kind.SURFACE, Pose.upright(0, 0, 0, 0), 1, 1)));

  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(30), 3, Duration.ofMillis(1), Duration.ofSeconds(90));

  private final List<Attempt> attempts = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "ECHO, LLAMA, GRAMMAR",
    "LLAMA, LLAMA, GRAMMAR",
    "ECHO, VLLM, GRAMMAR",
    "PROMPT_LOGPROBS, OLD_VLLM, GRAMMAR",
    "ECHO, NOTHING, NOT"
  })
  void everyKindOfServerWritesProgramsHeldAsFarAsItCanBe(Api api, Obeys obeys, Held held)
      throws IOException {
    try (FakeServer server = new FakeServer(api)) {
      server.obeys = obeys;
      try (CompletionServer model = open(server)) {
        server.programs.addAll(List.of("bring(\"cok\");", "bring(\"coke\");\n"));
        assertThat(understand(model))
            .extracting(Possible::script)
            .containsExactly("bring(\"coke\");");
        assertThat(attempts).extracting(Attempt::held).containsExactly(held, held);
        assertThat(attempts).extracting(Attempt::passed).containsExactly(false, true);
      }
    }
  }

  @Test
  void whatAChatWritesIsCheckedLikeAnythingElse() throws IOException {
    try (FakeServer server = new FakeServer(Api.CHAT)) {
      server.obeys = Obeys.SCHEMA;
      try (CompletionServer model = open(server)) {
        assertThat(understand(model)).isEmpty();
        assertThat(attempts).hasSize(2).allMatch(attempt -> attempt.held() == Held.LINES);
        assertThat(attempts.get(0).source()).isEqualTo("one\ntwo");
        assertThat(attempts.get(0).problems()).isNotEmpty();
      }
    }
  }

  private List<Possible> understand(CompletionServer model) {
    return new Draftsman(
            model.generator().orElseThrow(),
            SkillLibrary.standard(),
            KITCHEN,
            new Draftsman.Settings(1, 1, 0.7, 100),
            attempts::add)
        .understand("a coke, please", 0.5);
  }

  private static CompletionServer open(FakeServer server) {
    return CompletionServer.open(server.address(), Map.of(), POLICY);
  }
}
