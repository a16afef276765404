package io.souschef.models.server.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.models.server.http.ServerConnection;
import io.souschef.models.server.http.ServerRefusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a chat server wants to be asked. Newer models refuse {@code max_tokens}, a temperature or
 * many {@code top_logprobs}, and some think aloud before they answer; what a server refuses is
 * asked for differently from then on. Several threads may ask: what one has learned holds for all.
 */
public final class ChatDialect {

  private static final Logger LOG = LoggerFactory.getLogger(ChatDialect.class);
  private static final int MOST_CHANGES = 12;
  private static final int MOST_LISTED = 20;
  private static final int[] FEWER = {8, 5, 3, 2};

  /** A number that is no part of a name or a version. */
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\d+(?![\\w-]|\\.\\d)");

  /** Where the length of an answer is bounded. */
  private enum Length {
    MAX_TOKENS,
    MAX_COMPLETION_TOKENS,
    NOWHERE
  }

  /** What is done about thinking, in the order in which it is tried. */
  private enum Thinking {
    /** Nothing: the first token is the answer. */
    NONE_EXPECTED(1),
    /** A few tokens, for models that begin with a blank or a star. */
    A_FEW_WORDS(8),
    /** Turned off as vLLM, SGLang and llama.cpp do. */
    OFF_BY_TEMPLATE(8),
    /** Turned off as OpenAI and Ollama do. */
    OFF_BY_EFFORT(8),
    /** Let be, and read to its end. */
    READ_TO_THE_END(2048);

    private final int tokens;

    Thinking(int tokens) {
      this.tokens = tokens;
    }
  }

  private final Deque<Length> lengths = new ArrayDeque<>(List.of(Length.values()));
  private final Deque<Thinking> ways = new ArrayDeque<>(List.of(Thinking.values()));
  private boolean temperature = true;
  private boolean seed = true;
  private int listed = MOST_LISTED;
  private int changes;

  /** Log-probabilities that the server lists for a token. */
  synchronized int listed() {
    return listed;
  }

  /**
   * Asks for a letter, behind thoughts if need be.
   *
   * @param reader empty where the answer is no letter
   * @return empty when no way leads to a letter
   */
  <T> Optional<T> askLetter(
      ServerConnection connection,
      ObjectNode request,
      ServerConnection.Reader<Optional<T>> reader) {
    while (true) {
      int asked = changes();
      Optional<T> answer = ask(connection, request, 1, true, reader);
      if (answer.isPresent() || !change(asked, this::thinksAloud)) {
        return answer;
      }
    }
  }

  /**
   * Asks, and asks differently when the server refuses.
   *
   * @param request model and messages
   * @param tokens tokens to write at most, where it is not a letter that is wanted
   * @param letter whether the log-probabilities of a letter are wanted
   */
  public <T> T ask(
      ServerConnection connection,
      ObjectNode request,
      int tokens,
      boolean letter,
      ServerConnection.Reader<T> reader) {
    for (int change = 0; ; change++) {
      int asked = changes();
      try {
        return connection.post("/v1/chat/completions", dressed(request, tokens, letter), reader);
      } catch (ServerRefusal e) {
        if (change == MOST_CHANGES
            || !e.concernsRequest()
            || !change(asked, () -> adapt(e, letter))) {
          throw e;
        }
        LOG.info("{}; it is asked differently", e.getMessage());
      }
    }
  }

  private synchronized int changes() {
    return changes;
  }

  /** Changes something, unless that has been done since a question was asked. */
  private synchronized boolean change(int asked, BooleanSupplier change) {
    if (asked != changes) {
      return true;
    }
    if (!change.getAsBoolean()) {
      return false;
    }
    changes++;
    return true;
  }

  /** Takes the next way to get at an answer behind thoughts; false when there is none. */
  private boolean thinksAloud() {
    if (ways.size() == 1) {
      return false;
    }
    ways.remove();
    LOG.info("No answer in the first tokens; next: {}", ways.element());
    return true;
  }

  private synchronized ObjectNode dressed(ObjectNode request, int tokens, boolean letter) {
    ObjectNode dressed = request.deepCopy();
    Thinking thinking = ways.element();
    int most = letter ? thinking.tokens : tokens;
    switch (lengths.element()) {
      case MAX_TOKENS -> dressed.put("max_tokens", most);
      case MAX_COMPLETION_TOKENS -> dressed.put("max_completion_tokens", most);
      case NOWHERE -> {}
    }
    if (thinking == Thinking.OFF_BY_TEMPLATE) {
      dressed.putObject("chat_template_kwargs").put("enable_thinking", false);
    } else if (thinking == Thinking.OFF_BY_EFFORT) {
      dressed.put("reasoning_effort", "none");
    }
    if (!temperature) {
      dressed.remove("temperature");
    }
    if (!seed) {
      dressed.remove("seed");
    }
    if (letter) {
      dressed.put("logprobs", true).put("top_logprobs", listed);
    }
    return dressed;
  }

  /** Changes what the refusal names; where it names nothing, what is refused most often. */
  private boolean adapt(ServerRefusal refusal, boolean letter) {
    String words = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
    Thinking thinking = ways.element();
    boolean switched = thinking == Thinking.OFF_BY_TEMPLATE || thinking == Thinking.OFF_BY_EFFORT;
    if (letter && words.contains("top_logprobs")) {
      return listFewer(words);
    }
    if (words.contains("max_tokens") || words.contains("max_completion_tokens")) {
      return boundElsewhere();
    }
    if (temperature && words.contains("temperature")) {
      temperature = false;
      return true;
    }
    if (seed && words.contains("seed")) {
      seed = false;
      return true;
    }
    if (switched) {
      return thinksAloud();
    }
    return lengths.element() == Length.MAX_TOKENS ? boundElsewhere() : letter && listFewer(words);
  }

  private boolean boundElsewhere() {
    if (lengths.size() == 1) {
      return false;
    }
    lengths.remove();
    return true;
  }

  /** The highest number that the server names, or the next that some servers allow. */
  private boolean listFewer(String words) {
    int next = 0;
    for (Matcher number = NUMBER.matcher(words); number.find(); ) {
      int value = number.group().length() > 3 ? 0 : Integer.parseInt(number.group());
      next = value < listed ? Math.max(next, value) : next;
    }
    for (int fewer : FEWER) {
      next = next < 2 && fewer < listed ? fewer : next;
    }
    if (next < 2) {
      return false;
    }
    listed = next;
    return true;
  }
}
