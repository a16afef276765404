package io.souschef.models.server.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.models.language.token.BestFirstSearch;
import io.souschef.models.language.token.CandidateTrie;
import io.souschef.models.language.token.TrieReading;
import io.souschef.models.server.http.RetriableException;
import io.souschef.models.server.http.ServerConnection;
import io.souschef.models.server.scoring.ServerScoring;
import io.souschef.models.server.scoring.SideBySide;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * For chat models that show nothing but the log-probabilities of the token they answer with: {@code
 * /v1/chat/completions} with {@code top_logprobs}, the options behind letters. Every question is
 * asked twice, shuffled and reversed, against models that like the letter A; probabilities are
 * those among the options.
 */
public final class LetteredChoice implements ServerScoring {

  /** Options of a question: more make small models lose their way. */
  private static final int MOST_OPTIONS = 16;

  /** Questions at a time: these servers are far away, and have many to serve. */
  private static final int AT_A_TIME = 4;

  private final ServerConnection connection;
  private final ChatDialect dialect;

  public LetteredChoice(ServerConnection connection, ChatDialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** How the server wants to be asked, as far as it is known by now. */
  public ChatDialect dialect() {
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

  /** One question: some options in some order. */
  private record Question(List<String> options, List<Integer> order) {

    List<String> inOrder() {
      return order.stream().map(options::get).toList();
    }
  }

  /** Every question twice, in an order and in its reverse. */
  private static List<Question> questions(String prompt, List<List<String>> choices) {
    List<Question> questions = new ArrayList<>();
    for (List<String> options : choices) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, options.size()).boxed().toList());
      Collections.shuffle(order, new Random(prompt.hashCode()));
      questions.add(new Question(options, List.copyOf(order)));
      Collections.reverse(order);
      questions.add(new Question(options, List.copyOf(order)));
    }
    return questions;
  }

  /** Log-probabilities of some options, which are one of them, for each choice. */
  private List<double[]> choose(String prompt, List<List<String>> choices) {
    List<Question> questions = questions(prompt, choices);
    List<Callable<double[]>> asking =
        questions.stream()
            .map(question -> (Callable<double[]>) () -> ask(prompt, question.inOrder()))
            .toList();
    List<double[]> answers = SideBySide.ask(AT_A_TIME, asking);
    List<double[]> chosen = new ArrayList<>();
    for (int i = 0; i < answers.size(); i += 2) {
      double[] probabilities = new double[questions.get(i).options().size()];
      for (int turn = i; turn < i + 2; turn++) {
        List<Integer> order = questions.get(turn).order();
        for (int k = 0; k < probabilities.length; k++) {
          probabilities[order.get(k)] += answers.get(turn)[k] / 2;
        }
      }
      chosen.add(Arrays.stream(probabilities).map(Math::log).map(p -> Math.min(0, p)).toArray());
    }
    return chosen;
  }

  private double[] ask(String prompt, List<String> options) {
    return dialect
        .askLetter(
            connection,
            request(prompt, options),
            answer -> LetterAnswer.read(answer, options.size()))
        .orElseThrow(
            () ->
                new ScoringException(
                    "Server %s gave no usable answer: it answered with no letter of the options"
                        .formatted(connection.address().root()),
                    RetriableException.nonsense("it answered with no letter of the options")));
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
      int[] choices = Arrays.stream(nodes).filter(n -> trie.children(n).length > 1).toArray();
      List<double[]> scores =
          choose(
              prompt,
              Arrays.stream(choices)
                  .mapToObj(n -> Arrays.stream(trie.children(n)).mapToObj(tree::words).toList())
                  .toList());
      for (int i = 0; i < choices.length; i++) {
        int[] children = trie.children(choices[i]);
        for (int k = 0; k < children.length; k++) {
          edges[children[k]] = scores.get(i)[k];
        }
      }
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
