package io.souschef.skills.effect.condition;

import io.souschef.skills.effect.world.Thing;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments of a skill mean in a world: "the coke" is this one. Immutable.
 *
 * @param arguments argument name to kind or place name
 * @param things argument name to the thing that is meant, as it was before the skill
 */
public record Meaning(Map<String, String> arguments, Map<String, Thing> things) {

  public Meaning {
    arguments = Collections.unmodifiableMap(arguments);
    things = Collections.unmodifiableMap(things);
  }

  /** The arguments alone, no thing chosen yet. */
  public static Meaning of(Map<String, String> arguments) {
    return new Meaning(arguments, Map.of());
  }

  public Optional<String> argument(String name) {
    return Optional.ofNullable(arguments.get(name));
  }

  /** The thing that an object argument means, if one is chosen. */
  public Optional<Thing> bound(String name) {
    return Optional.ofNullable(things.get(name));
  }

  /**
   * The thing that an object argument means.
   *
   * @throws IllegalStateException when none is chosen
   */
  public Thing thing(String name) {
    @Nullable Thing thing = things.get(name);
    if (thing == null) {
      throw new IllegalStateException(
          "No thing is chosen for argument '%s' of %s".formatted(name, arguments));
    }
    return thing;
  }

  /** The same with a thing for an argument. */
  public Meaning with(String name, Thing thing) {
    Map<String, Thing> more = new HashMap<>(things);
    more.put(name, thing);
    return new Meaning(arguments, more);
  }
}
