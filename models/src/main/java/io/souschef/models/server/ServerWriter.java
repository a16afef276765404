package io.souschef.models.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.models.language.prompt.ControlWords;
import io.souschef.models.server.chat.ChatDialect;
import io.souschef.models.server.chat.GrammarForm;
import io.souschef.models.server.chat.LetteredChoice;
import io.souschef.models.server.http.RetriableException;
import io.souschef.models.server.http.ServerConnection;
import io.souschef.models.server.http.ServerRefusal;
import io.souschef.models.server.scoring.ServerScoring;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.writing.TextGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a server write: {@code /v1/completions}, or {@code /v1/chat/completions} where it only
 * chats. Whether it can be held to a grammar is found out when one is first wanted: by asking for
 * something that nobody writes unless held to it.
 */
final class ServerWriter implements TextGenerator {

  private static final Logger LOG = LoggerFactory.getLogger(ServerWriter.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String TASK =
      "Continue the text of the user. Answer with what comes next, and with nothing else.";

  private static final String TASK_IN_LINES =
      TASK + " Answer as a JSON object {\"lines\": [...]} with the lines of that text.";

  private static final String TRIAL = "Hello! How are you today?";
  private static final String TRIAL_GRAMMAR = "root ::= \"zq-\" [0-9] [0-9] \"-qz\"";
  private static final Pattern TRIAL_ANSWER = Pattern.compile("zq-\\d\\d-qz");
  private static final int TRIAL_TOKENS = 24;
  private static final Pattern THOUGHTS = Pattern.compile("(?s)^\\s*<think>.*?</think>\\s*");

  private final ServerConnection connection;
  private final ServerConnection brief;
  private final ChatDialect dialect;
  private final boolean chats;
  private @Nullable GrammarForm form;

  /**
   * A writer.
   *
   * @param brief a connection that does not repeat what a server did not understand
   * @param scoring the way in which the server scores, which tells whether it only chats
   */
  ServerWriter(ServerConnection connection, ServerConnection brief, ServerScoring scoring) {
    this.connection = connection;
    this.brief = brief;
    this.chats = scoring instanceof LetteredChoice;
    this.dialect = scoring instanceof LetteredChoice choice ? choice.dialect() : new ChatDialect();
  }

  @Override
  public Written write(Request request) {
    GrammarForm wanted = request.grammar().isEmpty() ? GrammarForm.NOTHING : form();
    try {
      return held(request, wanted);
    } catch (ServerRefusal e) {
      throw new ScoringException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Servers differ in what they read of a grammar: one that is refused costs the holding alone. */
  private Written held(Request request, GrammarForm wanted) {
    try {
      return post(connection, request, wanted);
    } catch (ServerRefusal e) {
      if (wanted == GrammarForm.NOTHING || !e.concernsRequest()) {
        throw e;
      }
      LOG.warn("{}; it writes without the grammar", e.getMessage());
      return post(connection, request, GrammarForm.NOTHING);
    }
  }

  /** The form that this server obeys. */
  private GrammarForm form() {
    GrammarForm known = form;
    if (known == null) {
      known = GrammarForm.NOTHING;
      for (GrammarForm candidate : GrammarForm.values()) {
        if (candidate == GrammarForm.NOTHING || obeys(candidate)) {
          known = candidate;
          break;
        }
      }
      LOG.info("{} writes under a grammar by {}", connection.address().root(), known);
      form = known;
    }
    return known;
  }

  private boolean obeys(GrammarForm candidate) {
    Request trial = Request.of(TRIAL, TRIAL_TOKENS, List.of()).under(TRIAL_GRAMMAR);
    try {
      Written written = post(brief, trial, candidate);
      return candidate.held() == Held.LINES
          ? written.held() == Held.LINES
          : TRIAL_ANSWER.matcher(written.text().strip()).matches();
    } catch (ServerRefusal e) {
      LOG.debug("{} is refused", candidate, e);
      return false;
    } catch (ScoringException e) {
      if (e.getCause() instanceof RetriableException cause && !cause.kind().concernsServer()) {
        LOG.debug("{} fails", candidate, e);
        return false;
      }
      throw e;
    }
  }

  private Written post(ServerConnection over, Request wanted, GrammarForm as) {
    // A schema is a matter of chat servers; the others have grammars.
    boolean chat = chats || as == GrammarForm.SCHEMA;
    ObjectNode request = over.request().put("temperature", wanted.temperature());
    if (wanted.temperature() > 0) {
      request.put("seed", wanted.seed());
    }
    if (!wanted.stops().isEmpty() && as != GrammarForm.SCHEMA) {
      ArrayNode stop = request.putArray("stop");
      wanted.stops().forEach(stop::add);
    }
    wanted.grammar().ifPresent(gbnf -> as.put(request, gbnf));
    if (!chat) {
      request
          .put("prompt", ControlWords.apart(wanted.prompt()))
          .put("max_tokens", wanted.maxTokens());
      return over.post("/v1/completions", request, answer -> read(answer, "text", as, wanted));
    }
    ArrayNode messages = request.putArray("messages");
    String task = as == GrammarForm.SCHEMA ? TASK_IN_LINES : TASK;
    messages.addObject().put("role", "system").put("content", task);
    messages.addObject().put("role", "user").put("content", ControlWords.apart(wanted.prompt()));
    return dialect.ask(
        over, request, wanted.maxTokens(), false, answer -> read(answer, "content", as, wanted));
  }

  private static Written read(JsonNode answer, String field, GrammarForm as, Request wanted)
      throws RetriableException {
    JsonNode choice = answer.path("choices").path(0);
    JsonNode text =
        choice.path(field).isMissingNode()
            ? choice.path("message").path(field)
            : choice.path(field);
    if (!text.isTextual()) {
      throw RetriableException.nonsense("its answer has no text");
    }
    int tokens = Math.max(0, answer.path("usage").path("completion_tokens").asInt());
    String words = THOUGHTS.matcher(text.asText()).replaceFirst("");
    if (as == GrammarForm.SCHEMA) {
      Optional<String> lines = lines(words);
      return new Written(
          cut(lines.orElse(words), wanted.stops()),
          tokens,
          lines.isPresent() ? Held.LINES : Held.NOT);
    }
    return new Written(cut(words, wanted.stops()), tokens, as.held());
  }

  /** The text in the schema's object; empty when it is none, cut off for instance. */
  private static Optional<String> lines(String words) {
    try {
      JsonNode lines = JSON.readTree(words).path(GrammarForm.LINES_FIELD);
      List<String> texts = new ArrayList<>();
      lines.forEach(line -> texts.add(line.asText()));
      return lines.isArray() ? Optional.of(String.join("\n", texts)) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Some servers give the stop along, or do not know it. */
  private static String cut(String text, List<String> stops) {
    int end =
        stops.stream().mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(text.length());
    return text.substring(0, end);
  }
}
