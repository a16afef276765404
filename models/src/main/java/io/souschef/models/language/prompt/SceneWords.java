package io.souschef.models.language.prompt;

import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.PlanPrompt.Seen;
import io.souschef.skills.text.Article;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the robot sees, holds and learns, in the words that prompts use: {@code at the table .
 * holding a coke . apple on the table , 2 coke on the table}.
 */
final class SceneWords {

  private static final int MOST_IN_SCENE = 24;
  private static final int MOST_IN_NOTE = 8;

  private SceneWords() {}

  /** Place, hand and objects; empty parts are left out. */
  static String of(PlanPrompt.Scene scene) {
    List<String> parts = new ArrayList<>();
    scene.at().ifPresent(place -> parts.add("at the " + place));
    scene.held().ifPresent(kind -> parts.add("holding " + Article.with(kind)));
    if (!scene.seen().isEmpty()) {
      parts.add(list(scene.seen(), MOST_IN_SCENE));
    }
    return String.join(" . ", parts);
  }

  /**
   * {@code ( not found , saw apple on the table )} or {@code ( left on the table : 2 coke , pear
   * )}; empty when there is nothing to tell.
   */
  static Optional<String> note(PlanPrompt.Step step) {
    Stream<String> seen =
        step.seen().isEmpty()
            ? Stream.empty()
            : Stream.of("saw " + list(step.seen(), MOST_IN_NOTE));
    Stream<String> left = step.left().map(SceneWords::left).stream();
    String words =
        Stream.of(step.failure().stream(), seen, left)
            .flatMap(Function.identity())
            .collect(Collectors.joining(" , "));
    return words.isEmpty() ? Optional.empty() : Optional.of("( " + words + " )");
  }

  private static String left(PlanPrompt.Left left) {
    List<Seen> kinds = left.kinds().stream().map(kind -> new Seen(kind, "")).toList();
    return "left "
        + left.where()
        + " : "
        + (kinds.isEmpty() ? "nothing" : list(kinds, MOST_IN_NOTE));
  }

  private static String list(List<Seen> seen, int most) {
    Map<Seen, Long> counts =
        seen.stream()
            .collect(
                Collectors.groupingBy(
                    Function.identity(), LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .limit(most)
        .map(entry -> words(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(" , "));
  }

  private static String words(Seen seen, long count) {
    String noun = count == 1 ? seen.kind() : count + " " + seen.kind();
    return seen.where().isEmpty() ? noun : noun + " " + seen.where();
  }
}
