package io.souschef.models.server.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.models.server.FakeServer;
import io.souschef.models.server.FakeServer.Api;
import io.souschef.models.server.http.RetryPolicy;
import io.souschef.models.server.http.ServerConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatDialectTest {

  @ParameterizedTest
  @CsvSource({
    "'top_logprobs: must be less than or equal to 5', 5",
    "'Invalid value for top_logprobs: 20 (gpt-4.1 allows 0 to 11)', 11",
    "'top_logprobs is too high', 8",
    "'top_logprobs 20 > 3', 3"
  })
  void whatTheServerNamesIsWhatItIsAskedFor(String words, int listed) throws IOException {
    RetryPolicy policy =
        new RetryPolicy(Duration.ofSeconds(9), 1, Duration.ofMillis(1), Duration.ofSeconds(9));
    ChatDialect dialect = new ChatDialect();
    try (FakeServer server = new FakeServer(Api.CHAT)) {
      ServerConnection connection = new ServerConnection(server.address(), Map.of(), policy, 1);
      server.refusals.add(words);
      dialect.ask(connection, connection.request(), 1, true, answer -> 0);
      assertThat(dialect.listed()).isEqualTo(listed);
    }
  }
}
