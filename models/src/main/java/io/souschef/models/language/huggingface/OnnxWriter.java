package io.souschef.models.language.huggingface;

import io.souschef.models.language.token.PromptTokens;
import io.souschef.planner.writing.TextGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Lets a model in this process write, token by token. It cannot be held to a grammar. */
final class OnnxWriter implements TextGenerator {

  private final TextTokenizer tokenizer;
  private final HuggingFaceDecoder decoder;
  private final Set<Integer> ends;

  OnnxWriter(TextTokenizer tokenizer, HuggingFaceDecoder decoder, Set<Integer> ends) {
    this.tokenizer = tokenizer;
    this.decoder = decoder;
    this.ends = ends;
  }

  @Override
  public Written write(Request request) {
    RandomGenerator random = new Random(request.seed());
    int[] ids = tokenizer.prompt(request.prompt());
    List<Integer> written = new ArrayList<>();
    String text = "";
    while (written.size() < request.maxTokens()) {
      float[] logits = decoder.next(new PromptTokens(ids, 0, List.of()));
      int next =
          request.temperature() == 0
              ? likeliest(logits)
              : drawn(logits, request.temperature(), random);
      if (ends.contains(next)) {
        break;
      }
      written.add(next);
      ids = Arrays.copyOf(ids, ids.length + 1);
      ids[ids.length - 1] = next;
      text = tokenizer.decode(written.stream().mapToInt(Integer::intValue).toArray());
      Optional<Integer> stop =
          request.stops().stream().map(text::indexOf).filter(at -> at >= 0).min(Integer::compare);
      if (stop.isPresent()) {
        return new Written(text.substring(0, stop.get()), written.size(), Held.NOT);
      }
    }
    return new Written(text, written.size(), Held.NOT);
  }

  private static int likeliest(float[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      best = logits[i] > logits[best] ? i : best;
    }
    return best;
  }

  private static int drawn(float[] logits, double temperature, RandomGenerator random) {
    float highest = logits[likeliest(logits)];
    double[] upTo = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      sum += Math.exp((logits[i] - highest) / temperature);
      upTo[i] = sum;
    }
    int at = Arrays.binarySearch(upTo, random.nextDouble() * sum);
    return Math.min(logits.length - 1, at >= 0 ? at + 1 : -at - 1);
  }
}
