package io.souschef.training.language.corpus.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Drawing from lists. */
public final class Choose {

  private Choose() {}

  public static <T> T one(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }

  public static <T> Optional<T> any(List<T> list, RandomGenerator random) {
    return list.isEmpty() ? Optional.empty() : Optional.of(one(list, random));
  }

  /** Up to {@code count} different elements in random order. */
  public static <T> List<T> some(List<T> list, int count, RandomGenerator random) {
    List<T> shuffled = new ArrayList<>(list);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T swapped = shuffled.get(i);
      shuffled.set(i, shuffled.get(j));
      shuffled.set(j, swapped);
    }
    return shuffled.subList(0, Math.min(count, shuffled.size()));
  }

  public static boolean chance(double probability, RandomGenerator random) {
    return random.nextDouble() < probability;
  }
}
