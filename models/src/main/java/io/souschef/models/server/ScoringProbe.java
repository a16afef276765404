package io.souschef.models.server;

import io.souschef.planner.usefulness.ScoringException;
import io.souschef.skills.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out how a server scores, best way first. Many servers ignore what they do not know and
 * answer all the same, so a way counts only when it orders what everybody knows.
 */
final class ScoringProbe {

  private static final String PROMPT = "one, two, three, four, one, two, three,";
  private static final String KNOWN = " four, one, two,";
  private static final String ABSURD = " purple elephant singing,";

  private ScoringProbe() {}

  /**
   * What came of it.
   *
   * @param scoring the way to score
   * @param findings a line for each way that was tried
   */
  record Result(ServerScoring scoring, List<String> findings) {}

  /**
   * Asks a few small questions.
   *
   * @param asking asks them; it should not repeat what a server did not understand
   * @param lasting what the chosen way will use
   * @throws InvalidInputException when the server cannot be reached, refuses the key or the model,
   *     or can score in no way
   */
  static Result run(ServerConnection asking, ServerConnection lasting) {
    List<Function<ServerConnection, ServerScoring>> ways =
        List.of(
            connection -> new EchoScoring(connection, 16),
            connection -> new EchoScoring(connection, 1),
            PromptLogprobsScoring::new,
            LlamaScoring::new,
            LetteredChoice::new);
    List<String> findings = new ArrayList<>();
    for (Function<ServerConnection, ServerScoring> way : ways) {
      ServerScoring scoring = way.apply(asking);
      Optional<String> objection = objection(scoring);
      findings.add(
          scoring.name() + ": " + objection.orElse("works, and finds likely what everybody knows"));
      if (objection.isEmpty()) {
        return new Result(way.apply(lasting), findings);
      }
    }
    throw new InvalidInputException(
        "Server %s cannot score skills with model '%s' (%s); use a server that returns log-probabilities"
            .formatted(
                asking.address().root(), asking.address().model(), String.join("; ", findings)));
  }

  /** Why a way does not do. */
  private static Optional<String> objection(ServerScoring scoring) {
    try {
      double[] scores = scoring.all(PROMPT, List.of(ABSURD, KNOWN));
      return scores[1] > scores[0]
          ? Optional.empty()
          : Optional.of("it finds '%s' no likelier than '%s'".formatted(KNOWN, ABSURD));
    } catch (ServerRefusal e) {
      if (e.status() == 401 || e.status() == 403) {
        throw new InvalidInputException(String.valueOf(e.getMessage()), e);
      }
      return Optional.of(String.format(Locale.ROOT, "refused (%d)", e.status()));
    } catch (ScoringException e) {
      if (e.getCause() instanceof RetriableException cause
          && cause.kind() != RetriableException.Kind.UNREACHABLE) {
        return Optional.of(String.valueOf(cause.getMessage()));
      }
      throw new InvalidInputException(String.valueOf(e.getMessage()), e);
    }
  }
}
