package io.souschef.planner.program.script.library;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a function is called.
 *
 * @param name its name
 * @param parameters in order; those that may be missing come last
 * @param result what sort of value comes back
 */
public record Signature(String name, List<Parameter> parameters, Kind result) {

  public Signature {
    parameters = List.copyOf(parameters);
  }

  /**
   * A parameter.
   *
   * @param takes what it takes
   * @param count how often it may stand
   */
  public record Parameter(Takes takes, Count count) {}

  /** How often a parameter may stand. */
  public enum Count {
    ONCE,
    ONCE_OR_NOT,
    ANY_NUMBER
  }

  static Signature of(String name, Kind result, Takes... parameters) {
    return new Signature(
        name,
        List.of(parameters).stream().map(takes -> new Parameter(takes, Count.ONCE)).toList(),
        result);
  }

  /** The same with one more parameter, the last. */
  Signature and(Takes takes, Count count) {
    List<Parameter> more = new ArrayList<>(parameters);
    more.add(new Parameter(takes, count));
    return new Signature(name, more, result);
  }

  /** How many arguments there must be at least. */
  public int least() {
    return (int) parameters.stream().filter(p -> p.count() == Count.ONCE).count();
  }

  /** How many arguments there may be at most. */
  public int most() {
    return parameters.stream().anyMatch(p -> p.count() == Count.ANY_NUMBER)
        ? Integer.MAX_VALUE
        : parameters.size();
  }

  /** What the argument at an index must be. */
  public Takes takes(int index) {
    return parameters.get(Math.min(index, parameters.size() - 1)).takes();
  }

  /** As a program has it: {@code move(any("drink"), "table")}. */
  public String example() {
    return parameters.stream()
        .filter(p -> p.count() == Count.ONCE || parameters.size() == 1)
        .map(p -> p.takes().example())
        .collect(Collectors.joining(", ", name + "(", ")"));
  }
}
