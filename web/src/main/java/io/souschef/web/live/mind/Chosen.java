package io.souschef.web.live.mind;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.replay.SceneJson;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What is chosen now. Safe for use by any thread. */
public final class Chosen {

  private final List<Choice> choices;
  private final Map<String, String> values = new ConcurrentHashMap<>();

  public Chosen(List<Choice> choices) {
    this.choices = List.copyOf(choices);
    choices.forEach(choice -> values.put(choice.name(), choice.values().get(0)));
  }

  /**
   * Chooses a value.
   *
   * @return whether it is another one than before
   * @throws InvalidInputException when there is no such choice or value
   */
  public boolean choose(String name, String value) {
    Choice choice = choice(name);
    if (!choice.values().contains(value)) {
      throw new InvalidInputException(
          "'%s' is none of the values of '%s'; there is: %s"
              .formatted(value, name, String.join(", ", choice.values())));
    }
    return !value.equals(values.put(name, value));
  }

  /** How people read the name of a choice. */
  public String label(String name) {
    return choice(name).label();
  }

  private Choice choice(String name) {
    return choices.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "There is no choice '%s'; there is: %s"
                        .formatted(
                            name,
                            choices.stream().map(Choice::name).collect(Collectors.joining(", ")))));
  }

  public Map<String, String> values() {
    return Map.copyOf(values);
  }

  public ArrayNode json() {
    ArrayNode all = SceneJson.JSON.createArrayNode();
    for (Choice choice : choices) {
      ObjectNode node = all.addObject().put("name", choice.name()).put("label", choice.label());
      ArrayNode offered = node.putArray("values");
      choice.values().forEach(offered::add);
      node.put("value", values.get(choice.name()));
    }
    return all;
  }
}
