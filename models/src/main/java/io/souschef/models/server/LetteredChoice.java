package io.souschef.models.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.models.language.BestFirstSearch;
import io.souschef.models.language.CandidateTrie;
import io.souschef.models.language.TrieReading;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * For chat models that show nothing but the log-probabilities of the token they answer with: {@code
 * /v1/chat/completions} with {@code top_logprobs}, the options behind letters. Every question is
 * asked twice, shuffled and reversed, against models that like the letter A; probabilities are
 * those among the options.
 */
final class LetteredChoice implements ServerScoring {

  /** Options of a question: more make small models lose their way. */
  private static final int MOST_OPTIONS = 16;

  private final ServerConnection connection;
  private final ChatDialect dialect;

  LetteredChoice(ServerConnection connection, ChatDialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** How the server wants to be asked, as far as it is known by now. */
  ChatDialect dialect() {
    return dialect;
  }

  @Override
  public ServerScoring on(ServerConnection other) {
    return new LetteredChoice(other, dialect);
  }

  @Override
  public String name() {
    return "lettered choice";
  }

  @Override
  public double[] all(String prompt, List<String> continuations) {
    ChoiceTree tree = tree(continuations);
    double[] edges = new double[tree.trie().size()];
    new Reading(prompt, tree).expand(tree.trie().inner(), edges);
    return tree.trie().sums(edges);
  }

  @Override
  public List<Scored> best(String prompt, List<String> continuations, double[] weights) {
    ChoiceTree tree = tree(continuations);
    return BestFirstSearch.search(tree.trie(), new Reading(prompt, tree), weights, 1);
  }

  private ChoiceTree tree(List<String> continuations) {
    // A letter that is not listed has a bound only, so no question has more options than are.
    int most = Math.min(MOST_OPTIONS, dialect.listed());
    return ChoiceTree.of(continuations.stream().map(LetteredChoice::words).toList(), most);
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
      double[] asked = ask(request(prompt, shuffled), shuffled.size());
      for (int i = 0; i < asked.length; i++) {
        probabilities[order.get(i)] += asked[i] / 2;
      }
      Collections.reverse(order);
    }
    return Arrays.stream(probabilities).map(Math::log).map(p -> Math.min(0, p)).toArray();
  }

  private double[] ask(ObjectNode request, int options) {
    while (true) {
      Optional<double[]> probabilities =
          dialect.ask(connection, request, 1, true, answer -> LetterAnswer.read(answer, options));
      if (probabilities.isPresent()) {
        return probabilities.get();
      }
      if (!dialect.thinksAloud()) {
        throw new ScoringException(
            "Server %s gave no usable answer: it answered with no letter of the options"
                .formatted(connection.address().root()),
            RetriableException.nonsense("it answered with no letter of the options"));
      }
    }
  }

  private ObjectNode request(String prompt, List<String> options) {
    StringBuilder question = new StringBuilder();
    question
        .append("A robot plans one skill after the other. Earlier dialogues, then this one:\n\n")
        .append(prompt)
        .append("\n\nWhich of these is the next step? Options with / stand for one of several.\n");
    for (int i = 0; i < options.size(); i++) {
      question.append(LetterAnswer.letter(i)).append(". ").append(options.get(i)).append('\n');
    }
    question.append("Answer with one letter.");
    ObjectNode request = connection.request();
    ArrayNode messages = request.putArray("messages");
    messages.addObject().put("role", "user").put("content", question.toString());
    return request.put("temperature", 0);
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
