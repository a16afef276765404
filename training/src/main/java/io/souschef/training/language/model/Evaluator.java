package io.souschef.training.language.model;

import io.souschef.models.language.prompt.EmbeddedPrompt;
import io.souschef.models.language.prompt.WordPieceTokenizer;
import io.souschef.models.language.token.PromptTokens;
import io.souschef.models.language.token.PromptTokens.Span;
import io.souschef.training.language.corpus.Example;
import io.souschef.training.language.model.batch.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Measures a network on held-out examples: what it would say next, given the right steps so far.
 */
final class Evaluator {

  private static final int BATCH = 16;

  private final Session session;
  private final EmbeddedPrompt prompt;

  Evaluator(Session session, EmbeddedPrompt prompt) {
    this.session = session;
    this.prompt = prompt;
  }

  /**
   * What a split came to.
   *
   * @param steps next skills asked for
   * @param stepsRight those whose words were among the acceptable ones
   * @param plans episodes
   * @param plansRight those with every step right
   * @param firstRight episodes with the first step right
   * @param loss mean of -log p a token, natural log
   */
  record Result(
      int steps, int stepsRight, int plans, int plansRight, int firstRight, double loss) {}

  /**
   * Measures.
   *
   * @param alternatives whether another acceptable skill than the one taken counts as right; that
   *     costs more time
   */
  Result evaluate(List<Example> examples, boolean alternatives) {
    List<Sequence> sequences =
        examples.stream()
            .map(example -> Sequence.of(example, prompt))
            .sorted((a, b) -> Integer.compare(a.length(), b.length()))
            .toList();
    int steps = 0;
    int stepsRight = 0;
    int plansRight = 0;
    int firstRight = 0;
    double loss = 0;
    for (int from = 0; from < sequences.size(); from += BATCH) {
      List<Sequence> batch = sequences.subList(from, Math.min(from + BATCH, sequences.size()));
      Session.Said said = session.predict(batch.stream().map(Sequence::tokens).toList());
      loss += said.loss() * batch.size();
      int at = 0;
      for (Sequence sequence : batch) {
        boolean[] right = new boolean[sequence.tokens().skills().size()];
        for (int i = 0; i < right.length; i++) {
          Span span = sequence.tokens().skills().get(i);
          int length = span.to() - span.from();
          right[i] =
              Arrays.equals(
                  said.tokens(), at, at + length, sequence.tokens().ids(), span.from(), span.to());
          at += length;
          if (!right[i] && alternatives) {
            right[i] = saysAlternative(sequence, i, right.length);
          }
          steps++;
          stepsRight += right[i] ? 1 : 0;
        }
        firstRight += right[0] ? 1 : 0;
        plansRight += allTrue(right) ? 1 : 0;
      }
    }
    return new Result(
        steps, stepsRight, sequences.size(), plansRight, firstRight, loss / sequences.size());
  }

  /** Share of sequences of which every token comes first, given the right ones before it. */
  double exact(List<PromptTokens> sequences) {
    List<PromptTokens> sorted =
        sequences.stream().sorted(Comparator.comparingInt(s -> s.ids().length)).toList();
    int right = 0;
    for (int from = 0; from < sorted.size(); from += BATCH) {
      List<PromptTokens> batch = sorted.subList(from, Math.min(from + BATCH, sorted.size()));
      int[] said = session.predict(batch).tokens();
      int at = 0;
      for (PromptTokens sequence : batch) {
        boolean same = true;
        for (Span span : sequence.skills()) {
          int length = span.to() - span.from();
          same &= Arrays.equals(said, at, at + length, sequence.ids(), span.from(), span.to());
          at += length;
        }
        right += same ? 1 : 0;
      }
    }
    return (double) right / sorted.size();
  }

  /** Lets the network say the whole next skill, and looks whether it is one of those that do. */
  private boolean saysAlternative(Sequence sequence, int step, int shown) {
    List<Set<String>> acceptable = sequence.example().acceptable();
    Set<String> wanted = acceptable.get(acceptable.size() - shown + step);
    if (wanted.size() < 2) {
      return false;
    }
    Span span = sequence.tokens().skills().get(step);
    int[] ids = Arrays.copyOf(sequence.tokens().ids(), span.from());
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i < EmbeddedPrompt.LONGEST_SKILL; i++) {
      int[] asked = Arrays.copyOf(ids, ids.length + 1);
      asked[ids.length] = WordPieceTokenizer.PERIOD;
      int token =
          session.predict(
                  List.of(
                      new PromptTokens(
                          asked,
                          sequence.tokens().prefixLength(),
                          List.of(new Span(ids.length, asked.length)))))
              .tokens()[0];
      words.add(token);
      if (token == WordPieceTokenizer.PERIOD) {
        break;
      }
      asked[ids.length] = token;
      ids = asked;
    }
    int[] saying = words.stream().mapToInt(Integer::intValue).toArray();
    return wanted.stream().anyMatch(text -> Arrays.equals(prompt.skill(text), saying));
  }

  private static boolean allTrue(boolean[] values) {
    for (boolean value : values) {
      if (!value) {
        return false;
      }
    }
    return true;
  }
}
