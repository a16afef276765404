package io.souschef.sim.goal;

import io.souschef.sim.kitchen.Kitchen;
import java.util.ArrayList;
import java.util.List;

/** Finds words of a goal that a kitchen does not have. Stateless. */
public final class GoalVocabulary {

  private GoalVocabulary() {}

  /** One sentence for each unknown word; empty when the goal can be judged in this kitchen. */
  public static List<String> unknown(Goal goal, Kitchen kitchen) {
    List<String> sentences = new ArrayList<>();
    goal.tree()
        .forEach(
            node -> {
              node.places()
                  .filter(place -> kitchen.site(place).isEmpty())
                  .forEach(place -> sentences.add("place '%s' is unknown".formatted(place)));
              node.selectors()
                  .forEach(
                      selector -> {
                        selector
                            .words()
                            .filter(word -> kitchen.catalog().matching(word).findAny().isEmpty())
                            .forEach(
                                word ->
                                    sentences.add(
                                        "'%s' is no object, category or attribute"
                                            .formatted(word)));
                        String from = selector.from();
                        if (from != null && kitchen.site(from).isEmpty()) {
                          sentences.add("place '%s' is unknown".formatted(from));
                        }
                      });
            });
    return sentences;
  }
}
