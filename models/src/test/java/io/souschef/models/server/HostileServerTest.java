package io.souschef.models.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.models.server.FakeServer.Api;
import io.souschef.models.server.FakeServer.Fault;
import io.souschef.models.server.http.RetryPolicy;
import io.souschef.models.server.http.ServerAddress;
import io.souschef.models.server.http.ServerKey;
import io.souschef.models.server.http.ServerWords;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that mean harm, or do it. */
class HostileServerTest {

  private static final RetryPolicy BRISK =
      new RetryPolicy(Duration.ofMillis(700), 2, Duration.ofMillis(1), Duration.ofSeconds(30));
  private static final Map<String, String> KEY = Map.of("SOUSCHEF_API_KEY", "secret-key");
  private static final String PROMPT = "Robot: 1. find a coke, 2.";
  private static final List<String> SKILLS = List.of(" find a coke,", " done.");

  @Test
  void nothingIsSentWhereAServerRedirectsToAnotherOrigin() throws IOException {
    try (FakeServer thief = new FakeServer(Api.ECHO);
        FakeServer server = new FakeServer(Api.ECHO)) {
      server.elsewhere = thief.address().root().toString();
      server.always = Fault.AWAY;
      assertThatThrownBy(() -> CompletionServer.open(server.address(), KEY, BRISK))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("redirects %s/v1/completions", server.address().root())
          .hasMessageContaining("to another origin, %s", thief.address().root())
          .hasMessageContaining("(307)")
          .hasMessageNotContaining("secret-key");
      assertThat(thief.requests).isEmpty();
    }
  }

  @Test
  void aRedirectionInTheMiddleEndsTheEpisodeAndKeepsTheKey() throws IOException {
    try (FakeServer thief = new FakeServer(Api.ECHO);
        FakeServer server = new FakeServer(Api.ECHO);
        CompletionServer model = CompletionServer.open(server.address(), KEY, BRISK)) {
      server.elsewhere = thief.address().root().toString();
      server.always = Fault.AWAY;
      assertThatThrownBy(() -> model.logProbabilities(PROMPT, SKILLS))
          .isInstanceOf(ScoringException.class)
          .hasMessageContaining("to another origin");
      assertThat(thief.requests).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://a:80/x, http://A/y, true",
    "https://a/x, https://a:443/y, true",
    "http://a/x, https://a/x, false",
    "http://a/x, http://a:8080/x, false",
    "http://a/x, http://a.b/x, false",
    "http://a/x, mailto:a, false"
  })
  void originsAreSchemeHostAndPort(String one, String other, boolean same) {
    assertThat(ServerAddress.sameOrigin(URI.create(one), URI.create(other))).isEqualTo(same);
  }

  @Test
  void anAnswerThatDripsEndsInTime() throws IOException {
    try (FakeServer server = new FakeServer(Api.ECHO);
        CompletionServer model = CompletionServer.open(server.address(), Map.of(), BRISK)) {
      server.always = Fault.DRIPS;
      assertThatThrownBy(() -> model.logProbabilities(PROMPT, SKILLS))
          .isInstanceOf(ScoringException.class)
          .hasMessageEndingWith("in 2 attempts: it did not answer whole within 0.7 s");
    }
  }

  @Test
  void theBudgetCoversTheBodiesToo() throws IOException {
    RetryPolicy policy =
        new RetryPolicy(Duration.ofSeconds(5), 9, Duration.ofMillis(1), Duration.ofMillis(800));
    try (FakeServer server = new FakeServer(Api.ECHO);
        CompletionServer model = CompletionServer.open(server.address(), Map.of(), policy)) {
      server.always = Fault.DRIPS;
      assertThatThrownBy(() -> model.logProbabilities(PROMPT, SKILLS))
          .isInstanceOf(ScoringException.class)
          .hasMessageContaining("in 1 attempt: it did not answer whole within");
    }
  }

  @Test
  void anAnswerWithoutEndIsGivenUpAtOnce() throws IOException {
    RetryPolicy patient =
        new RetryPolicy(Duration.ofSeconds(60), 4, Duration.ofMillis(1), Duration.ofSeconds(90));
    try (FakeServer server = new FakeServer(Api.ECHO);
        CompletionServer model = CompletionServer.open(server.address(), Map.of(), patient)) {
      server.always = Fault.ENDLESS;
      int before = server.requests.size();
      assertThatThrownBy(() -> model.logProbabilities(PROMPT, SKILLS))
          .isInstanceOf(ScoringException.class)
          .hasMessageContaining("its answer is longer than 32 MiB");
      assertThat(server.requests).hasSize(before + 1);
    }
  }

  @Test
  void aServerThatOnlyLoadsIsSaidToBeBusyAndNotToBeUnfit() throws IOException {
    try (FakeServer server = new FakeServer(Api.ECHO)) {
      server.always = Fault.LOADING;
      assertThatThrownBy(() -> CompletionServer.open(server.address(), Map.of(), BRISK))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("busy, still loading or gone (503: Loading model)")
          .hasMessageNotContaining("cannot score");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\": {\"message\": \"too hot\"}}",
        "{\"error\": \"too hot\"}",
        "{\"object\": \"error\", \"message\": \"too hot\"}",
        "{\"detail\": \"too hot\"}",
        "{\"detail\": [{\"msg\": \"too hot\"}]}",
        "  too\n hot "
      })
  void whatAServerSaysIsShownInWhateverFormItSaysIt(String body) {
    assertThat(ServerWords.of(body.getBytes(StandardCharsets.UTF_8), ServerKey.in(Map.of())))
        .isEqualTo("too hot");
  }

  @Test
  void whatAServerSaysDoesNothingToATerminal() {
    String words =
        ServerWords.of(
            "{\"error\": \"\\u001b[2Jgone\\u202e\\u009b secret-key\"}"
                .getBytes(StandardCharsets.UTF_8),
            ServerKey.in(KEY));
    assertThat(words).isEqualTo("\\u001b[2Jgone\\u202e\\u009b ***");
  }

  @Test
  void theServersOwnWordsAreShownWhereNoWayWorks() throws IOException {
    try (FakeServer server = new FakeServer(Api.ECHO, Api.CHAT)) {
      server.refusal = "this model speaks on Sundays only";
      assertThatThrownBy(() -> CompletionServer.open(server.address(), Map.of(), BRISK))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("(400: this model speaks on Sundays only)");
    }
  }
}
