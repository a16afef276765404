package io.souschef.models.server;

import io.souschef.models.language.LanguageModelScorer;
import io.souschef.models.language.prompt.DialoguePrompt;
import io.souschef.models.server.http.RetryPolicy;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.planner.usefulness.UsefulnessScorerContract;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ServedModelContractTest extends UsefulnessScorerContract {

  private static FakeServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new FakeServer(FakeServer.Api.ECHO);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected UsefulnessScorer create() {
    return new LanguageModelScorer(
        CompletionServer.open(server.address(), Map.of(), RetryPolicy.standard()),
        DialoguePrompt.standard());
  }
}
