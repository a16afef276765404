package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.SceneObject;
import io.souschef.sim.state.WorldObject;
import io.souschef.sim.state.WorldState;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which things a goal speaks of. Everything that is given must fit; an empty selector fits
 * everything.
 *
 * @param object nouns, one of which it must be: ["coke", "pepsi"]
 * @param is categories or attributes, all of which it must have: ["drink", "caffeinated"]
 * @param isNot nouns, categories or attributes of which it must have none
 * @param from place it was on or in at the start
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Selector(
    List<String> object,
    List<String> is,
    @JsonProperty("is_not") List<String> isNot,
    @Nullable String from) {

  public Selector {
    object = List.copyOf(object);
    is = List.copyOf(is);
    isNot = List.copyOf(isNot);
  }

  @JsonCreator
  static Selector of(
      @JsonProperty("object") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<String> object,
      @JsonProperty("is") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<String> is,
      @JsonProperty("is_not") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<String> isNot,
      @JsonProperty("from") @Nullable String from) {
    return new Selector(orNone(object), orNone(is), orNone(isNot), from);
  }

  private static List<String> orNone(@Nullable List<String> words) {
    return words == null ? List.of() : words;
  }

  /** A selector of one kind. */
  public static Selector kind(String noun) {
    return new Selector(List.of(noun), List.of(), List.of(), null);
  }

  /** Whether a thing of this kind that began there is meant. */
  boolean fits(ObjectKind kind, @Nullable String start) {
    return (object.isEmpty() || object.contains(kind.noun()))
        && is.stream().allMatch(kind::is)
        && isNot.stream().noneMatch(kind::is)
        && (from == null || from.equals(start));
  }

  /** The things in a state that are meant, in the order of their ids. */
  Stream<WorldObject> in(WorldState state) {
    return state.objects().stream()
        .filter(
            thing ->
                fits(
                    thing.kind(),
                    state.initial().object(thing.id()).flatMap(SceneObject::place).orElse(null)));
  }

  /** Every word that must be a noun, category or attribute of the catalog. */
  Stream<String> words() {
    return Stream.of(object, is, isNot).flatMap(List::stream);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(object.isEmpty() ? "a thing" : String.join(" or ", object));
    if (!is.isEmpty()) {
      text.append(" that is ").append(String.join(" and ", is));
    }
    if (!isNot.isEmpty()) {
      text.append(" and not ").append(String.join(" nor ", isNot));
    }
    if (from != null) {
      text.append(" from the ").append(from);
    }
    return text.toString();
  }
}
