package io.souschef.models.server.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.models.language.token.CandidateTrie;
import io.souschef.models.server.http.LogProbability;
import io.souschef.models.server.http.RetriableException;
import io.souschef.models.server.http.ServerConnection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A prompt at llama.cpp's {@code /completion}. Many nodes of the trie go into one request, to the
 * slot that has the prompt in its cache, so that each costs its own tokens only. The server lists
 * the likeliest tokens; one that is not listed is bounded by the least likely that is. It is read
 * exactly by lifting the wanted tokens over all others: then their probabilities stand in the same
 * ratio to those that are known.
 */
final class LlamaReading implements BoundedReading {

  /** Lifts a token of probability 1e-17 over all others, and loses little to single precision. */
  private static final int LIFT = 40;

  /** More than any vocabulary. */
  private static final int EVERY = 1_000_000;

  /** The field of a probability that biases have changed. */
  private static final String AFTER_SAMPLING = "prob";

  /** How far (in nats) two ways of reading the same ratio may differ. */
  private static final double AGREEMENT = 0.02;

  private final ServerConnection connection;
  private final List<Integer> prompt;
  private final CandidateTrie trie;
  private final int batch;
  private final int listed;
  private final double[] edges;
  private final BitSet exact;
  private final Map<Integer, List<Listed>> likeliest = new HashMap<>();
  private OptionalInt slot = OptionalInt.empty();
  private boolean lifts = true;

  /** A token that the server listed, and its log-probability. */
  record Listed(int token, double logProbability) {}

  /**
   * Reads nothing yet.
   *
   * @param batch prompts in one request
   * @param listed tokens to list after a node
   */
  LlamaReading(
      ServerConnection connection,
      List<Integer> prompt,
      CandidateTrie trie,
      int batch,
      int listed) {
    this.connection = connection;
    this.prompt = prompt;
    this.trie = trie;
    this.batch = batch;
    this.listed = listed;
    this.edges = new double[trie.size()];
    this.exact = new BitSet(trie.size());
  }

  @Override
  public double edge(int node) {
    return edges[node];
  }

  @Override
  public boolean isExact(int node) {
    return node == 0 || exact.get(node);
  }

  @Override
  public void expand(int[] nodes) {
    int most = Arrays.stream(nodes).map(node -> trie.children(node).length).max().orElse(0);
    read(nodes, Math.max(listed, 2 * most));
  }

  private void read(int[] nodes, int wanted) {
    ObjectNode request = connection.request().put("n_probs", wanted).put("temperature", 0);
    request.put("post_sampling_probs", false);
    List<List<Listed>> answers = ask(request, nodes, "top_logprobs", "logprob");
    for (int i = 0; i < nodes.length; i++) {
      fill(nodes[i], answers.get(i), wanted);
    }
  }

  private void fill(int node, List<Listed> tokens, int wanted) {
    Map<Integer, Double> found = new HashMap<>();
    double lowest = 0;
    for (Listed token : tokens) {
      found.put(token.token(), token.logProbability());
      lowest = Math.min(lowest, token.logProbability());
    }
    likeliest.put(node, tokens.subList(0, Math.min(2, tokens.size())));
    for (int child : trie.children(node)) {
      Double known = found.get(trie.token(child));
      double unlisted = wanted == EVERY ? Double.NEGATIVE_INFINITY : lowest;
      edges[child] = known != null ? known : unlisted;
      exact.set(child, known != null || wanted == EVERY);
    }
  }

  @Override
  public void resolve(int[] children) {
    int[] parents = Arrays.stream(children).map(trie::parent).distinct().sorted().toArray();
    for (int from = 0; lifts && from < parents.length; from += batch) {
      int[] some = Arrays.copyOfRange(parents, from, Math.min(parents.length, from + batch));
      lifts = lift(some);
    }
    int[] left =
        Arrays.stream(parents)
            .filter(node -> Arrays.stream(trie.children(node)).anyMatch(c -> !exact.get(c)))
            .toArray();
    for (int from = 0; from < left.length; from++) {
      // A server that does not lift tells every token: slow, and right.
      read(new int[] {left[from]}, EVERY);
    }
  }

  /** Reads what is a bound after some nodes; false when the server does not do what it should. */
  private boolean lift(int[] nodes) {
    TreeSet<Integer> wanted = new TreeSet<>();
    for (int node : nodes) {
      Arrays.stream(trie.children(node)).map(trie::token).forEach(wanted::add);
      likeliest.getOrDefault(node, List.of()).forEach(token -> wanted.add(token.token()));
    }
    ObjectNode request = connection.request().put("n_probs", wanted.size() + 8);
    request.put("post_sampling_probs", true).put("temperature", 1).put("repeat_penalty", 1);
    request.put("top_k", 0).put("top_p", 1).put("min_p", 0).putArray("samplers");
    ArrayNode bias = request.putArray("logit_bias");
    wanted.forEach(token -> bias.addArray().add(token).add(LIFT));
    List<List<Listed>> answers = ask(request, nodes, "top_probs", AFTER_SAMPLING);
    for (int i = 0; i < nodes.length; i++) {
      if (!settle(nodes[i], answers.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean settle(int node, List<Listed> lifted) {
    Map<Integer, Double> found = new HashMap<>();
    lifted.forEach(token -> found.put(token.token(), token.logProbability()));
    List<Listed> known = likeliest.getOrDefault(node, List.of());
    double[] shifts =
        known.stream()
            .filter(token -> found.containsKey(token.token()))
            .mapToDouble(token -> token.logProbability() - found.getOrDefault(token.token(), 0.0))
            .toArray();
    if (shifts.length < known.size()
        || shifts.length == 0
        || Math.abs(shifts[0] - shifts[shifts.length - 1]) > AGREEMENT) {
      return false;
    }
    for (int child : trie.children(node)) {
      if (!exact.get(child)) {
        Double logProbability = found.get(trie.token(child));
        edges[child] =
            logProbability == null
                ? Double.NEGATIVE_INFINITY
                : Math.min(edges[child], logProbability + shifts[0]);
        exact.set(child);
      }
    }
    return true;
  }

  /** Asks for the tokens after some nodes, as many nodes in a request as it takes. */
  private List<List<Listed>> ask(ObjectNode request, int[] nodes, String list, String number) {
    request.put("n_predict", 1).put("cache_prompt", true);
    ArrayNode fields = request.putArray("response_fields");
    fields.add("completion_probabilities").add("id_slot").add("index");
    List<List<Listed>> all = new ArrayList<>();
    for (int from = 0; from < nodes.length; ) {
      // The first request finds the slot; more than one prompt would spread over all.
      int count = Math.min(slot.isPresent() || !all.isEmpty() ? batch : 1, nodes.length - from);
      ArrayNode prompts = request.putArray("prompt");
      for (int node : Arrays.copyOfRange(nodes, from, from + count)) {
        ArrayNode tokens = batch == 1 ? prompts : prompts.addArray();
        prompt.forEach(tokens::add);
        Arrays.stream(trie.path(node)).forEach(tokens::add);
      }
      slot.ifPresent(id -> request.put("id_slot", id));
      all.addAll(
          connection.post("/completion", request, answer -> read(answer, count, list, number)));
      from += count;
    }
    return all;
  }

  private List<List<Listed>> read(JsonNode answer, int count, String list, String number)
      throws RetriableException {
    List<JsonNode> results = new ArrayList<>();
    (answer.isArray() ? answer : List.of(answer)).forEach(results::add);
    if (results.size() != count) {
      throw RetriableException.nonsense(
          "%s prompts were sent and %s came back".formatted(count, results.size()));
    }
    List<List<Listed>> lists =
        new ArrayList<>(IntStream.range(0, count).mapToObj(i -> List.<Listed>of()).toList());
    for (int i = 0; i < count; i++) {
      int index = count == 1 ? 0 : results.get(i).path("index").asInt(i);
      if (index < 0 || index >= count || !lists.get(index).isEmpty()) {
        throw RetriableException.nonsense("an answer has index %s, or two have".formatted(index));
      }
      lists.set(index, tokens(results.get(i), list, number));
    }
    JsonNode id = results.get(0).path("id_slot");
    slot = id.isInt() && id.asInt() >= 0 ? OptionalInt.of(id.asInt()) : slot;
    return lists;
  }

  private static List<Listed> tokens(JsonNode result, String list, String number)
      throws RetriableException {
    List<Listed> tokens = new ArrayList<>();
    for (JsonNode entry : result.path("completion_probabilities").path(0).path(list)) {
      JsonNode value = entry.path(number);
      if (!entry.path("id").isInt()) {
        throw RetriableException.nonsense("its %s are malformed".formatted(list));
      }
      double logProbability =
          number.equals(AFTER_SAMPLING) ? Math.log(value.asDouble()) : LogProbability.of(value);
      tokens.add(new Listed(entry.path("id").asInt(), logProbability));
    }
    // A server that does nothing after sampling has no such list; all tokens are read then.
    if (tokens.isEmpty() && !number.equals(AFTER_SAMPLING)) {
      throw RetriableException.nonsense("it gave no " + list);
    }
    return tokens;
  }
}
