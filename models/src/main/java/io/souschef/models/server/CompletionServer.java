package io.souschef.models.server;

import io.souschef.models.language.LanguageModel;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import io.souschef.skills.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A language model behind an OpenAI-compatible server: vLLM, llama.cpp, llama-cpp-python, Ollama,
 * LM Studio or a hosted one. Interrupting the calling thread cancels a request.
 */
public final class CompletionServer implements LanguageModel {

  private static final Logger LOG = LoggerFactory.getLogger(CompletionServer.class);

  private final ServerConnection connection;
  private final ScoringProbe.Result probe;

  private CompletionServer(ServerConnection connection, ScoringProbe.Result probe) {
    this.connection = connection;
    this.probe = probe;
  }

  /**
   * Connects, and finds out how the server scores.
   *
   * @param environment where key and proxy stand
   * @throws InvalidInputException when the server cannot be reached, refuses the key or the model,
   *     or can score in no way
   */
  public static CompletionServer open(
      ServerAddress address, Map<String, String> environment, RetryPolicy policy) {
    ServerConnection lasting =
        new ServerConnection(address, environment, policy, policy.attempts());
    ScoringProbe.Result probe =
        ScoringProbe.run(new ServerConnection(address, environment, policy, 1), lasting);
    probe.findings().forEach(finding -> LOG.info("{}: {}", address.root(), finding));
    return new CompletionServer(lasting, probe);
  }

  @Override
  public String name() {
    return "openai (%s by %s)".formatted(connection.address().model(), probe.scoring().name());
  }

  /** What the probe found: a line for each way of scoring that was tried, the chosen one last. */
  public List<String> findings() {
    return probe.findings();
  }

  @Override
  public double[] logProbabilities(String prompt, List<String> continuations) {
    return continuations.isEmpty()
        ? new double[0]
        : asked(() -> probe.scoring().all(prompt, continuations));
  }

  @Override
  public List<Scored> best(String prompt, List<String> continuations, double[] weights) {
    return continuations.isEmpty()
        ? List.of()
        : asked(() -> probe.scoring().best(prompt, continuations, weights));
  }

  @Override
  public Optional<TextGenerator> generator() {
    ServerWriter writer = new ServerWriter(connection, probe.scoring() instanceof LetteredChoice);
    return Optional.of((prompt, most, stops) -> asked(() -> writer.generate(prompt, most, stops)));
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (ServerRefusal e) {
      throw new ScoringException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    // The client has no connection of its own to close; idle ones end by themselves.
  }
}
