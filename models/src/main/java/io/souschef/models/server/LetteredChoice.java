package io.souschef.models.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.models.language.BestFirstSearch;
import io.souschef.models.language.CandidateTrie;
import io.souschef.models.language.TrieReading;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * For chat models that show nothing but the log-probabilities of the token they answer with: {@code
 * /v1/chat/completions} with {@code top_logprobs}, the options behind letters. Every question is
 * asked twice, shuffled and reversed, against models that like the letter A; probabilities are
 * those among the options.
 *
 * <p>A letter that the server does not list is at most as likely as the least likely that it lists,
 * and shares what these leave over: that upper bound stands for it.
 */
final class LetteredChoice implements ServerScoring {

  private static final int LISTED = 20;

  private final ServerConnection connection;

  LetteredChoice(ServerConnection connection) {
    this.connection = connection;
  }

  @Override
  public String name() {
    return "lettered choice";
  }

  @Override
  public double[] all(String prompt, List<String> continuations) {
    ChoiceTree tree = ChoiceTree.of(continuations.stream().map(LetteredChoice::words).toList());
    double[] edges = new double[tree.trie().size()];
    new Reading(prompt, tree).expand(tree.trie().inner(), edges);
    return tree.trie().sums(edges);
  }

  @Override
  public List<Scored> best(String prompt, List<String> continuations, double[] weights) {
    ChoiceTree tree = ChoiceTree.of(continuations.stream().map(LetteredChoice::words).toList());
    return BestFirstSearch.search(tree.trie(), new Reading(prompt, tree), weights, 1);
  }

  /** A continuation without the blank before and the comma or period after it. */
  private static String words(String continuation) {
    return continuation.strip().replaceFirst("[.,]$", "");
  }

  /** Log-probabilities of some options, which are one of them. */
  double[] choose(String prompt, List<String> options) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, options.size()).boxed().toList());
    Collections.shuffle(order, new Random(prompt.hashCode()));
    double[] probabilities = new double[options.size()];
    for (int turn = 0; turn < 2; turn++) {
      List<String> shuffled = order.stream().map(options::get).toList();
      double[] asked =
          connection.post(
              "/v1/chat/completions", request(prompt, shuffled), answer -> read(answer, shuffled));
      for (int i = 0; i < asked.length; i++) {
        probabilities[order.get(i)] += asked[i] / 2;
      }
      Collections.reverse(order);
    }
    return Arrays.stream(probabilities).map(Math::log).map(p -> Math.min(0, p)).toArray();
  }

  private ObjectNode request(String prompt, List<String> options) {
    StringBuilder question = new StringBuilder();
    question
        .append("A robot plans one skill after the other. Earlier dialogues, then this one:\n\n")
        .append(prompt)
        .append("\n\nWhich of these is the next step? Options with / stand for one of several.\n");
    for (int i = 0; i < options.size(); i++) {
      question.append(letter(i)).append(". ").append(options.get(i)).append('\n');
    }
    question.append("Answer with one letter.");
    ObjectNode request = connection.request();
    ArrayNode messages = request.putArray("messages");
    messages.addObject().put("role", "user").put("content", question.toString());
    return request
        .put("max_tokens", 1)
        .put("temperature", 0)
        .put("logprobs", true)
        .put("top_logprobs", LISTED);
  }

  private static String letter(int index) {
    return String.valueOf((char) ('A' + index));
  }

  /** Probabilities among the options, in their order. */
  private static double[] read(JsonNode answer, List<String> options) throws RetriableException {
    JsonNode top =
        answer
            .path("choices")
            .path(0)
            .path("logprobs")
            .path("content")
            .path(0)
            .path("top_logprobs");
    Map<String, Double> listed = new HashMap<>();
    double total = 0;
    double lowest = 1;
    for (JsonNode entry : top) {
      if (!entry.path("logprob").isNumber()) {
        throw RetriableException.nonsense("its top_logprobs are malformed");
      }
      double probability = Math.exp(Math.min(0, entry.path("logprob").asDouble()));
      String token = entry.path("token").asText().strip().toUpperCase(Locale.ROOT);
      listed.merge(token, probability, Double::sum);
      total += probability;
      lowest = Math.min(lowest, probability);
    }
    double unlisted = Math.max(1e-12, Math.min(lowest, 1 - total));
    double[] probabilities = new double[options.size()];
    boolean any = false;
    double sum = 0;
    for (int i = 0; i < probabilities.length; i++) {
      any |= listed.containsKey(letter(i));
      probabilities[i] = listed.getOrDefault(letter(i), unlisted);
      sum += probabilities[i];
    }
    if (!any) {
      throw RetriableException.nonsense(
          top.isEmpty() ? "it gave no top_logprobs" : "it answered with no letter of the options");
    }
    double all = sum;
    return Arrays.stream(probabilities).map(p -> p / all).toArray();
  }

  private final class Reading implements TrieReading {
    private final String prompt;
    private final ChoiceTree tree;

    Reading(String prompt, ChoiceTree tree) {
      this.prompt = prompt;
      this.tree = tree;
    }

    @Override
    public void expand(int[] nodes, double[] edges) {
      CandidateTrie trie = tree.trie();
      for (int node : nodes) {
        int[] children = trie.children(node);
        double[] scores =
            children.length == 1
                ? new double[1]
                : choose(prompt, Arrays.stream(children).mapToObj(tree::words).toList());
        for (int i = 0; i < children.length; i++) {
          edges[children[i]] = scores[i];
        }
      }
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
