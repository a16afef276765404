package io.souschef.training.language.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds training instructions that are an evaluation instruction: equal after folding case,
 * punctuation, articles and politeness, or sharing 90% of the remaining words.
 */
public final class EvaluationFilter {

  private static final double SHARED = 0.9;
  private static final Set<String> POLITENESS =
      Set.of(
          "a", "an", "the", "please", "pls", "kindly", "thanks", "thank", "hey", "hi", "hello",
          "robot", "can", "could", "would", "will", "you", "how", "mind", "ok", "okay");

  private final List<Map<String, Integer>> evaluation = new ArrayList<>();
  private final Map<String, List<Integer>> byWord = new HashMap<>();

  public EvaluationFilter(List<String> instructions) {
    for (String instruction : instructions) {
      Map<String, Integer> bag = bag(instruction);
      for (String word : bag.keySet()) {
        byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(evaluation.size());
      }
      evaluation.add(bag);
    }
  }

  /** Whether an instruction is too close to one of the evaluation's. */
  public boolean matches(String instruction) {
    Map<String, Integer> bag = bag(instruction);
    int size = size(bag);
    Stream<Integer> near =
        bag.keySet().stream().flatMap(word -> byWord.getOrDefault(word, List.of()).stream());
    return near.distinct()
        .anyMatch(
            index -> {
              Map<String, Integer> other = evaluation.get(index);
              int shared = 0;
              for (Map.Entry<String, Integer> word : bag.entrySet()) {
                shared += Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0));
              }
              return shared >= SHARED * Math.max(size, size(other));
            });
  }

  private static Map<String, Integer> bag(String instruction) {
    Map<String, Integer> bag = new HashMap<>();
    for (String word : fold(instruction).split(" ")) {
      if (!word.isEmpty() && !POLITENESS.contains(word)) {
        bag.merge(word, 1, Integer::sum);
      }
    }
    return bag;
  }

  private static String fold(String instruction) {
    return instruction
        .toLowerCase(Locale.ROOT)
        .replace('’', '\'')
        .replaceAll("[^\\p{L}\\p{N}']+", " ")
        .replace("'", "")
        .strip();
  }

  private static int size(Map<String, Integer> bag) {
    return bag.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The column of a tab-separated suite that holds its instructions, by the name in its header. */
  static Optional<Integer> instructionColumn(List<String> header) {
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).toLowerCase(Locale.ROOT);
      if (name.equals("instruction") || name.equals("input")) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
