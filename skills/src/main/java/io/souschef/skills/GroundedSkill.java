package io.souschef.skills;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A skill with its arguments bound, in the words that a language model scores.
 *
 * @param action what a robot runs: the template's {@code action}, for example {@code pick_up}
 * @param text the words: "pick up the coke"
 * @param wording the template's words without the arguments' names: "pick up the object"
 * @param arguments argument name to kind or place name, in alphabetical order: {@code
 *     {object=coke}}
 */
public record GroundedSkill(
    String action, String text, String wording, Map<String, String> arguments) {

  /** The action that ends a plan. */
  public static final String DONE = "done";

  public GroundedSkill {
    arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
  }

  public Optional<String> argument(String name) {
    return Optional.ofNullable(arguments.get(name));
  }

  /** The first object argument. */
  public Optional<String> object() {
    return argument("object");
  }

  /** The place argument. */
  public Optional<String> place() {
    return argument("place");
  }

  @JsonIgnore
  public boolean isDone() {
    return action.equals(DONE);
  }

  @Override
  public String toString() {
    return text;
  }
}
