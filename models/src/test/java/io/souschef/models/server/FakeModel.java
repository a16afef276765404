package io.souschef.models.server;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A model of words: it expects what followed the last word before, and has whims otherwise. */
final class FakeModel {

  private final List<String> vocabulary = new CopyOnWriteArrayList<>();

  static List<String> split(String text) {
    return Arrays.asList(text.split("(?= )|(?<=\n)"));
  }

  /** ln p of each token after those before it; of the first, 0. */
  double[] logProbabilities(List<String> tokens) {
    double[] values = new double[tokens.size()];
    Map<String, String> followers = new HashMap<>();
    for (int i = 1; i < values.length; i++) {
      String last = tokens.get(i - 1).strip();
      boolean expected = tokens.get(i).equals(followers.get(last));
      values[i] = expected ? -0.1 : whim(last, tokens.get(i));
      followers.put(last, tokens.get(i));
    }
    return values;
  }

  private static double whim(String last, String token) {
    return -2 - Math.floorMod((last + "|" + token).hashCode() * 31, 1000) / 150.0;
  }

  /** ln p of a continuation. */
  double truth(String prompt, String continuation) {
    List<String> tokens = split(prompt + continuation);
    double sum = 0;
    double[] values = logProbabilities(tokens);
    for (int i = split(prompt).size(); i < values.length; i++) {
      sum += values[i];
    }
    return sum;
  }

  /** Probability of an option in a chat. */
  double liking(String option) {
    return option.contains("four, one, two") || option.contains("find a coke") ? 0.6 : 0.02;
  }

  synchronized int id(String token) {
    if (!vocabulary.contains(token)) {
      vocabulary.add(token);
    }
    return vocabulary.indexOf(token);
  }

  String token(int id) {
    return vocabulary.get(id);
  }

  int size() {
    return vocabulary.size();
  }
}
