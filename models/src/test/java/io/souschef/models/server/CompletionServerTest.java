package io.souschef.models.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.models.server.FakeServer.Api;
import io.souschef.models.server.FakeServer.Fault;
import io.souschef.models.server.http.RetryPolicy;
import io.souschef.models.server.http.ServerKey;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompletionServerTest {

  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(30), 3, Duration.ofMillis(1), Duration.ofSeconds(90));
  private static final String PROMPT = "Human: bring me a coke\nRobot: 1. find a coke, 2.";
  private static final List<String> SKILLS =
      List.of(
          " find a coke,",
          " find a coke can,",
          " find an apple,",
          " pick up the coke,",
          " pick up the apple,",
          " put the coke in the sink,",
          " done.");

  private static CompletionServer open(FakeServer server) {
    return CompletionServer.open(server.address(), Map.of(), POLICY);
  }

  @ParameterizedTest
  @CsvSource({
    "ECHO, echo",
    "SINGLE_ECHO, echo",
    "PROMPT_LOGPROBS, prompt_logprobs",
    "LLAMA, llama.cpp n_probs",
    "OLD_LLAMA, llama.cpp n_probs"
  })
  void everyWayGivesTheModelsOwnProbabilities(Api api, String way) throws IOException {
    try (FakeServer server = new FakeServer(api);
        CompletionServer model = open(server)) {
      assertThat(model.name()).isEqualTo("openai (fake by %s)".formatted(way));
      double[] truth =
          SKILLS.stream().mapToDouble(skill -> server.model().truth(PROMPT, skill)).toArray();
      assertThat(model.logProbabilities(PROMPT, SKILLS))
          .containsExactly(truth, Offset.offset(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ECHO", "PROMPT_LOGPROBS", "LLAMA", "OLD_LLAMA"})
  void theBestIsFoundWithoutScoringAll(Api api) throws IOException {
    List<String> many =
        IntStream.range(0, 90)
            .mapToObj(i -> " %s the thing%d,".formatted(i % 3 == 0 ? "push" : "find", i))
            .toList();
    double[] weights = new Random(5).doubles(many.size()).toArray();
    try (FakeServer server = new FakeServer(api);
        CompletionServer model = open(server)) {
      double[] all = model.logProbabilities(PROMPT, many);
      int best =
          IntStream.range(0, all.length)
              .boxed()
              .max(
                  (a, b) ->
                      Double.compare(Math.exp(all[a]) * weights[a], Math.exp(all[b]) * weights[b]))
              .orElseThrow();
      List<Scored> scored = model.best(PROMPT, many, weights);
      assertThat(scored).extracting(Scored::index).contains(best);
      assertThat(scored)
          .allSatisfy(s -> assertThat(s.logSay()).isCloseTo(all[s.index()], Offset.offset(1e-6)));
    }
  }

  @Test
  void aServerThatIgnoresEchoIsFoundOut() throws IOException {
    try (FakeServer server = new FakeServer(Api.IGNORES_ECHO, Api.CHAT);
        CompletionServer model = open(server)) {
      assertThat(model.name()).isEqualTo("openai (fake by lettered choice)");
      assertThat(model.findings().get(0))
          .matches(finding -> finding.way().equals("echo") && !finding.works())
          .asString()
          .contains("the server ignores echo");
      assertThat(model.findings())
          .last()
          .matches(finding -> finding.way().equals("lettered choice") && finding.works());
    }
  }

  @Test
  void aServerThatScoresByChanceIsFoundOut() throws IOException {
    try (FakeServer server = new FakeServer(Api.CHANCE)) {
      assertThatThrownBy(() -> open(server))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("Server http://127.0.0.1:")
          .hasMessageContaining("cannot score skills with model 'fake'")
          .hasMessageContaining("no likelier than")
          .hasMessageContaining("lettered choice: Server http://127.0.0.1:");
    }
  }

  @Test
  void lettersAreShuffledSoThatTheLetterAloneWinsNothing() throws IOException {
    List<String> many =
        IntStream.range(0, 60)
            .mapToObj(i -> i == 33 ? " find a coke," : " find a thing" + i + ",")
            .toList();
    try (FakeServer server = new FakeServer(Api.CHAT);
        CompletionServer model = open(server)) {
      double[] scores = model.logProbabilities(PROMPT, many);
      assertThat(Arrays.stream(scores).map(Math::exp).sum()).isCloseTo(1, Offset.offset(1e-9));
      assertThat(Arrays.stream(scores).max().orElseThrow()).isEqualTo(scores[33]);
      int before = server.requests.size();
      double[] weights = new double[60];
      Arrays.fill(weights, 1);
      assertThat(model.best(PROMPT, many, weights)).extracting(Scored::index).contains(33);
      assertThat(server.requests.size() - before).isLessThanOrEqualTo(before);
    }
  }

  @Test
  void aServerThatDoesNotAnswerInTimeIsAskedAgain() throws IOException {
    RetryPolicy brisk =
        new RetryPolicy(Duration.ofSeconds(2), 5, Duration.ofMillis(1), Duration.ofSeconds(60));
    try (FakeServer server = new FakeServer(Api.ECHO);
        CompletionServer model = CompletionServer.open(server.address(), Map.of(), brisk)) {
      server.faults.add(Fault.SLOW);
      assertThat(model.logProbabilities(PROMPT, SKILLS)).hasSize(SKILLS.size());
      assertThat(server.requests).hasSizeGreaterThan(2);
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "TOO_MANY",
        "INTERNAL",
        "TRUNCATED",
        "NO_JSON",
        "FEWER_CHOICES",
        "LOADING",
        "WITHIN",
        "NOT_A_NUMBER"
      })
  void aFaultThatPassesIsSurvived(Fault fault) throws IOException {
    try (FakeServer server = new FakeServer(Api.ECHO);
        CompletionServer model = open(server)) {
      double[] before = model.logProbabilities(PROMPT, SKILLS);
      server.faults.add(fault);
      assertThat(model.logProbabilities(PROMPT, SKILLS)).containsExactly(before);
      assertThat(server.faults).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TOO_MANY, it has had too many requests (429: Rate limit reached)",
    "INTERNAL, it failed (500: Internal Server Error)",
    "NO_JSON, its answer is no JSON or only half of it (<html>Gateway</html>)",
    "TRUNCATED, the connection broke",
    "LOADING, 'it is busy, still loading or gone (503: Loading model)'",
    "FEWER_CHOICES, 7 texts were sent and 6 came back",
    "NOT_A_NUMBER, a log-probability is not finite (NaN)"
  })
  void aFaultThatStaysEndsInOneSentence(Fault fault, String message) throws IOException {
    try (FakeServer server = new FakeServer(Api.ECHO);
        CompletionServer model = open(server)) {
      server.always = fault;
      assertThatThrownBy(() -> model.logProbabilities(PROMPT, SKILLS))
          .isInstanceOf(ScoringException.class)
          .hasMessageStartingWith("Server http://127.0.0.1:")
          .hasMessageContaining("gave no usable answer in 3 attempts: ")
          .hasMessageContaining(message);
    }
  }

  @Test
  void aServerThatDiesInTheMiddleIsNamed() throws IOException {
    FakeServer server = new FakeServer(Api.ECHO);
    try (CompletionServer model = open(server)) {
      server.close();
      assertThatThrownBy(() -> model.logProbabilities(PROMPT, SKILLS))
          .isInstanceOf(ScoringException.class)
          .hasMessageContaining("in 3 attempts");
      assertThatThrownBy(() -> open(server))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("nothing listens there; start the server or mend the address");
    }
  }

  @Test
  void theBudgetEndsTheWaiting() throws IOException {
    RetryPolicy impatient =
        new RetryPolicy(Duration.ofSeconds(1), 50, Duration.ofMillis(40), Duration.ofMillis(300));
    try (FakeServer server = new FakeServer(Api.ECHO);
        CompletionServer model = CompletionServer.open(server.address(), Map.of(), impatient)) {
      server.faults.addAll(Collections.nCopies(50, Fault.INTERNAL));
      assertThatThrownBy(() -> model.logProbabilities(PROMPT, SKILLS))
          .isInstanceOf(ScoringException.class)
          .hasMessageContaining("it failed (500");
      // Two ways of scoring are tried, each within the budget.
      assertThat(server.faults).hasSizeGreaterThan(30);
    }
  }

  @Test
  void anInterruptCancelsTheRequest() throws Exception {
    RetryPolicy patient =
        new RetryPolicy(Duration.ofSeconds(60), 3, Duration.ofSeconds(60), Duration.ofHours(1));
    try (FakeServer server = new FakeServer(Api.ECHO);
        CompletionServer model = CompletionServer.open(server.address(), Map.of(), patient)) {
      server.faults.add(Fault.SLOW);
      CompletableFuture<Throwable> failure = new CompletableFuture<>();
      Thread asking =
          new Thread(
              () -> {
                try {
                  model.logProbabilities(PROMPT, SKILLS);
                } catch (ScoringException e) {
                  failure.complete(e);
                }
              });
      asking.start();
      while (!server.faults.isEmpty()) {
        Thread.sleep(5);
      }
      asking.interrupt();
      assertThat(failure.get(20, TimeUnit.SECONDS)).hasMessageEndingWith("was canceled");
    }
  }

  @Test
  void theKeyComesFromTheEnvironmentAndIsNeverShown() throws IOException {
    try (FakeServer server = new FakeServer(Api.ECHO)) {
      server.requiredKey = "right-key";
      Map<String, String> right = Map.of("SOUSCHEF_API_KEY", "right-key", "OPENAI_API_KEY", "no");
      try (CompletionServer model = CompletionServer.open(server.address(), right, POLICY)) {
        assertThat(model.findings()).hasSize(1);
      }
      Map<String, String> wrong = Map.of("OPENAI_API_KEY", "wrong-key");
      assertThatThrownBy(() -> CompletionServer.open(server.address(), wrong, POLICY))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("does not take the key (401: Incorrect key provided: Bearer ***)")
          .hasMessageEndingWith("set it in the environment variable SOUSCHEF_API_KEY")
          .hasMessageNotContaining("wrong-key");
      assertThat(ServerKey.in(wrong)).hasToString("***");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NO_KEY, does not take the key (401: Key revoked); set it in the environment variable",
    "NO_MODEL, 'knows no /v1/completions or no model ''fake'' (404: No such model); check address and model'"
  })
  void aRefusalInTheMiddleEndsAtOnceAndSaysWhatToMend(Fault fault, String message)
      throws IOException {
    try (FakeServer server = new FakeServer(Api.ECHO);
        CompletionServer model = open(server)) {
      server.faults.add(fault);
      int before = server.requests.size();
      assertThatThrownBy(() -> model.logProbabilities(PROMPT, SKILLS))
          .isInstanceOf(ScoringException.class)
          .hasMessageContaining(message);
      assertThat(server.requests).hasSize(before + 1);
    }
  }
}
