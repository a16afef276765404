package io.souschef.models.server.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.models.server.http.RetriableException;
import io.souschef.models.server.http.ServerConnection;
import io.souschef.models.server.http.ServerRefusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * llama.cpp's {@code /tokenize}: a prompt and all its continuations in one request. What spells a
 * special token stays text.
 */
final class LlamaTokens {

  private static final int MOST_REMEMBERED = 20_000;

  /** Stands between texts: no token has this id, and the server hands it through. */
  private static final int BETWEEN = -1;

  private final ServerConnection connection;
  private final Map<String, int[]> known = new HashMap<>();
  private boolean together = true;

  LlamaTokens(ServerConnection connection) {
    this.connection = connection;
  }

  /**
   * A prompt and what may follow it.
   *
   * @param prompt with the beginning of text that the model wants
   * @param continuations in their order
   */
  record Tokens(List<Integer> prompt, List<int[]> continuations) {}

  /** Tokenizers look at words: the prompt's last goes along, and its tokens are taken off again. */
  Tokens of(String prompt, List<String> continuations) {
    String lastWord = prompt.substring(Math.max(0, prompt.lastIndexOf(' ')));
    Set<String> wanted = new LinkedHashSet<>(List.of(lastWord));
    continuations.forEach(text -> wanted.add(lastWord + text));
    int[] whole = read(prompt, wanted);
    int[] word = tokens(lastWord);
    List<int[]> after = new ArrayList<>();
    for (String text : continuations) {
      int[] both = tokens(lastWord + text);
      boolean clean = both.length > word.length && Arrays.mismatch(word, both) == word.length;
      after.add(clean ? Arrays.copyOfRange(both, word.length, both.length) : alone(text));
    }
    return new Tokens(Arrays.stream(whole).boxed().toList(), after);
  }

  private int[] tokens(String text) {
    int[] tokens = known.get(text);
    if (tokens == null) {
      throw new IllegalStateException("'%s' was not tokenized".formatted(text));
    }
    return tokens;
  }

  private int[] alone(String text) {
    return known.computeIfAbsent(text, words -> post(List.of(words), false).get(0));
  }

  /** Reads the prompt, and those of the texts that are not known. */
  private int[] read(String prompt, Set<String> texts) {
    if (known.size() + texts.size() > MOST_REMEMBERED) {
      known.clear();
    }
    List<String> news = texts.stream().filter(text -> !known.containsKey(text)).toList();
    List<String> all = new ArrayList<>(List.of(prompt));
    all.addAll(news);
    Map<String, int[]> found = new LinkedHashMap<>();
    List<int[]> parts = together ? together(all) : List.of();
    if (parts.size() != all.size()) {
      parts = new ArrayList<>(post(List.of(prompt), true));
      for (String text : news) {
        parts.addAll(post(List.of(text), false));
      }
    }
    for (int i = 0; i < news.size(); i++) {
      found.put(news.get(i), parts.get(i + 1));
    }
    known.putAll(found);
    return parts.get(0);
  }

  /** All texts in one request; fewer lists of tokens than texts where a server cannot. */
  private List<int[]> together(List<String> texts) {
    List<int[]> parts = List.of();
    try {
      parts = post(texts, true);
    } catch (ServerRefusal e) {
      if (!e.concernsRequest()) {
        throw e;
      }
    }
    together = parts.size() == texts.size();
    return parts;
  }

  private List<int[]> post(List<String> texts, boolean special) {
    ObjectNode request = connection.request();
    if (texts.size() == 1) {
      request.put("content", texts.get(0));
    } else {
      ArrayNode content = request.putArray("content");
      for (int i = 0; i < texts.size(); i++) {
        if (i > 0) {
          content.add(BETWEEN);
        }
        content.add(texts.get(i));
      }
    }
    request.put("add_special", special).put("parse_special", false);
    return connection.post("/tokenize", request, LlamaTokens::read);
  }

  private static List<int[]> read(JsonNode answer) throws RetriableException {
    JsonNode tokens = answer.path("tokens");
    List<int[]> parts = new ArrayList<>();
    int[] part = new int[tokens.size()];
    int length = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i < tokens.size() && !tokens.get(i).isInt()) {
        throw RetriableException.nonsense("its tokens are malformed");
      }
      if (i == tokens.size() || tokens.get(i).asInt() == BETWEEN) {
        if (length == 0) {
          throw RetriableException.nonsense("it found no tokens in a text");
        }
        parts.add(Arrays.copyOf(part, length));
        length = 0;
      } else {
        part[length++] = tokens.get(i).asInt();
      }
    }
    return parts;
  }
}
