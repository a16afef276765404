package io.souschef.models.server;

import io.souschef.models.language.LanguageModel;
import io.souschef.models.server.http.RetriableException;
import io.souschef.models.server.http.RetryPolicy;
import io.souschef.models.server.http.ServerAddress;
import io.souschef.models.server.http.ServerConnection;
import io.souschef.models.server.http.ServerRefusal;
import io.souschef.models.server.http.Traffic;
import io.souschef.models.server.scoring.ServerScoring;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import io.souschef.planner.writing.TextGenerator;
import io.souschef.skills.failure.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A language model behind an OpenAI-compatible server: vLLM, llama.cpp, llama-cpp-python, Ollama,
 * LM Studio or a hosted one. When the chosen way of scoring fails in the middle, the next that
 * works takes over. Interrupting the calling thread cancels a request.
 */
public final class CompletionServer implements LanguageModel {

  private static final Logger LOG = LoggerFactory.getLogger(CompletionServer.class);

  private final ServerConnection connection;
  private final ServerConnection brief;
  private final ScoringProbe probe;
  private ServerScoring scoring;

  private CompletionServer(
      ServerConnection connection,
      ServerConnection brief,
      ScoringProbe probe,
      ServerScoring scoring) {
    this.connection = connection;
    this.brief = brief;
    this.probe = probe;
    this.scoring = scoring;
  }

  /**
   * What the probe found about a way of scoring.
   *
   * @param way its name
   * @param works whether the server does it
   * @param detail why not, in the server's words where it has any
   */
  public record Probed(String way, boolean works, String detail) {}

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
    ServerConnection brief = new ServerConnection(address, environment, policy, 1);
    ScoringProbe probe = new ScoringProbe(brief, lasting);
    ServerScoring scoring = probe.first();
    probe
        .findings()
        .forEach(
            finding -> LOG.info("{}: {}: {}", address.root(), finding.way(), finding.detail()));
    return new CompletionServer(lasting, brief, probe, scoring);
  }

  @Override
  public String name() {
    return "openai (%s by %s)".formatted(connection.address().model(), scoring.name());
  }

  /** What the probe found: one for each way of scoring that was tried, the chosen one last. */
  public List<Probed> findings() {
    return probe.findings();
  }

  @Override
  public double[] logProbabilities(String prompt, List<String> continuations) {
    return continuations.isEmpty() ? new double[0] : asked(way -> way.all(prompt, continuations));
  }

  @Override
  public List<Scored> best(String prompt, List<String> continuations, double[] weights) {
    return continuations.isEmpty()
        ? List.of()
        : asked(way -> way.best(prompt, continuations, weights));
  }

  @Override
  public Optional<TextGenerator> generator() {
    return Optional.of(new ServerWriter(connection, brief, scoring));
  }

  @Override
  public OptionalLong servedTokens() {
    return OptionalLong.of(connection.tokens().total() + brief.tokens().total());
  }

  /** What went to the server and came back so far. */
  public Traffic traffic() {
    return connection.traffic().and(brief.traffic());
  }

  private <T> T asked(Function<ServerScoring, T> question) {
    while (true) {
      try {
        return question.apply(scoring);
      } catch (ServerRefusal e) {
        String words = String.valueOf(e.getMessage());
        scoring = e.concernsRequest() ? another(words, e) : fail(words, e);
      } catch (ScoringException e) {
        boolean another =
            e.getCause() instanceof RetriableException cause && !cause.kind().concernsServer();
        scoring = another ? another(String.valueOf(e.getMessage()), e) : fail("", e);
      }
    }
  }

  /** The next way that works, where the server still answers at all. */
  private ServerScoring another(String words, RuntimeException failure) {
    Optional<ServerScoring> next;
    try {
      next = probe.next();
    } catch (InvalidInputException e) {
      throw new ScoringException(String.valueOf(e.getMessage()), failure);
    }
    if (next.isEmpty()) {
      return fail(words, failure);
    }
    LOG.warn("{}; from now on {} is used instead of {}", words, next.get().name(), scoring.name());
    return next.get();
  }

  private static ServerScoring fail(String words, RuntimeException failure) {
    throw failure instanceof ScoringException scoring
        ? scoring
        : new ScoringException(words, failure);
  }

  @Override
  public void close() {
    // The client has no connection of its own to close; idle ones end by themselves.
  }
}
