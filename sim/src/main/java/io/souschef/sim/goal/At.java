package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.souschef.sim.state.WorldObject;
import io.souschef.sim.state.WorldState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Things on or in a place.
 *
 * @param what which things
 * @param place where
 * @param count at least so many; 1 when not given; with {@code all} it does not count
 * @param distinct whether they must be of as many different kinds
 * @param all whether every such thing that was there at the start must be there
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
@JsonTypeName("at")
record At(@JsonUnwrapped Selector what, String place, int count, boolean distinct, boolean all)
    implements Predicate {

  @JsonCreator
  static At of(
      @JsonProperty("object") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<String> object,
      @JsonProperty("is") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<String> is,
      @JsonProperty("is_not") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<String> isNot,
      @JsonProperty("from") @Nullable String from,
      @JsonProperty(value = "place", required = true) String place,
      @JsonProperty("count") @Nullable Integer count,
      @JsonProperty("distinct") boolean distinct,
      @JsonProperty("all") boolean all) {
    return new At(
        Selector.of(object, is, isNot, from), place, count == null ? 1 : count, distinct, all);
  }

  @Override
  public boolean holds(WorldState state) {
    return all ? elsewhere(state).isEmpty() : found(state) >= count;
  }

  @Override
  public String shortfall(WorldState state) {
    return all
        ? "not at the %s: %s"
            .formatted(
                place,
                elsewhere(state).stream().map(WorldObject::id).collect(Collectors.joining(", ")))
        : String.format(
            Locale.ROOT,
            "%s at the %s: %d of %d%s",
            what,
            place,
            found(state),
            count,
            distinct ? " different" : "");
  }

  private long found(WorldState state) {
    Stream<WorldObject> there = what.in(state).filter(this::isThere);
    return distinct ? there.map(thing -> thing.kind().noun()).distinct().count() : there.count();
  }

  private List<WorldObject> elsewhere(WorldState state) {
    return what.in(state).filter(thing -> !isThere(thing)).toList();
  }

  private boolean isThere(WorldObject thing) {
    return thing.place().filter(place::equals).isPresent();
  }

  @Override
  public String words() {
    String howMany =
        count == 1
            ? ""
            : String.format(Locale.ROOT, "at least %d%s of ", count, distinct ? " kinds" : "");
    return "%s%s at the %s".formatted(all ? "all of " : howMany, what, place);
  }

  @Override
  public Stream<String> places() {
    return Stream.of(place);
  }

  @Override
  public Stream<Selector> selectors() {
    return Stream.of(what);
  }
}
