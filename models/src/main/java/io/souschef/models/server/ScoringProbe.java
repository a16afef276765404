package io.souschef.models.server;

import io.souschef.models.server.CompletionServer.Probed;
import io.souschef.models.server.chat.ChatDialect;
import io.souschef.models.server.chat.LetteredChoice;
import io.souschef.models.server.http.RetriableException;
import io.souschef.models.server.http.ServerConnection;
import io.souschef.models.server.http.ServerRefusal;
import io.souschef.models.server.scoring.EchoScoring;
import io.souschef.models.server.scoring.EchoScoring.Form;
import io.souschef.models.server.scoring.LlamaScoring;
import io.souschef.models.server.scoring.ServerScoring;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.skills.failure.InvalidInputException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds out how a server scores, best way first. Many servers ignore what they do not know and
 * answer all the same, so a way counts only when it orders what everybody knows. Ways that were not
 * needed yet are kept, for when the chosen one fails later.
 */
final class ScoringProbe {

  /** Some characters that tokenizers split: what a server makes of them shows at once. */
  private static final String PROMPT =
      "na\u00efve, \u65e5\u672c: one, two, three, four, one, two, three,";

  private static final String KNOWN = " four, one, two,";
  private static final String ABSURD = " purple elephant singing,";

  /** Texts in one request: an answer of some six megabytes at the longest. */
  private static final int BATCH = 48;

  private final ServerConnection asking;
  private final ServerConnection lasting;
  private final Deque<ServerScoring> ways;
  private final List<Probed> findings = new ArrayList<>();

  /**
   * A probe that has asked nothing yet.
   *
   * @param asking asks the questions; it should not repeat what a server did not understand
   * @param lasting what the chosen way will use
   */
  ScoringProbe(ServerConnection asking, ServerConnection lasting) {
    this.asking = asking;
    this.lasting = lasting;
    this.ways =
        new ArrayDeque<>(
            List.of(
                new EchoScoring(asking, Form.ECHO, BATCH),
                new EchoScoring(asking, Form.ECHO, 1),
                new EchoScoring(asking, Form.PROMPT_LOGPROBS, BATCH),
                new LlamaScoring(asking, LlamaScoring.BATCH),
                new LlamaScoring(asking, 1),
                new LetteredChoice(asking, new ChatDialect())));
  }

  /** What was found so far: one for each way that was tried. */
  List<Probed> findings() {
    return List.copyOf(findings);
  }

  /**
   * The first way that works, of those that were not tried yet.
   *
   * @throws InvalidInputException when the server cannot be reached, refuses the key or the model,
   *     or can score in no way
   */
  ServerScoring first() {
    return next()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "Server %s cannot score skills with model '%s' (%s); use a server that returns log-probabilities"
                        .formatted(
                            asking.address().root(), asking.address().model(), objections())));
  }

  private String objections() {
    return findings.stream()
        .map(finding -> finding.way() + ": " + finding.detail())
        .collect(Collectors.joining("; "));
  }

  /**
   * The next way that works; empty when no other does.
   *
   * @throws InvalidInputException when the server cannot be reached or refuses the key
   */
  Optional<ServerScoring> next() {
    while (!ways.isEmpty()) {
      ServerScoring way = ways.remove();
      if (works(way)) {
        return Optional.of(way.on(lasting));
      }
    }
    return Optional.empty();
  }

  private boolean works(ServerScoring way) {
    Optional<String> objection = objection(way);
    Probed probed =
        new Probed(
            way.name(),
            objection.isEmpty(),
            objection.orElse("works, and finds likely what everybody knows"));
    // The same way in smaller bites is not worth a line of its own.
    findings.removeIf(earlier -> earlier.way().equals(probed.way()));
    findings.add(probed);
    return objection.isEmpty();
  }

  /** Why a way does not do. */
  private static Optional<String> objection(ServerScoring scoring) {
    try {
      double[] scores = scoring.all(PROMPT, List.of(ABSURD, KNOWN));
      return scores[1] > scores[0]
          ? Optional.empty()
          : Optional.of("it finds '%s' no likelier than '%s'".formatted(KNOWN, ABSURD));
    } catch (ServerRefusal e) {
      if (e.concernsServer()) {
        throw new InvalidInputException(String.valueOf(e.getMessage()), e);
      }
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (ScoringException e) {
      if (e.getCause() instanceof RetriableException cause && !cause.kind().concernsServer()) {
        return Optional.of(String.valueOf(cause.getMessage()));
      }
      throw new InvalidInputException(String.valueOf(e.getMessage()), e);
    }
  }
}
