package io.souschef.app.bench.peer;

import io.souschef.evaluation.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One thing that was measured here and beside it.
 *
 * @param what was done
 * @param unit of all figures
 * @param before the figure of the version in which this was first looked at, on a machine of the
 *     same kind
 * @param goal what is wanted
 * @param here what was measured
 * @param peer who did the same in the same run
 * @param there what the peer took
 * @param note why the peer is not here, or what else is to be known; may be empty
 */
public record SpeedRow(
    String what,
    String unit,
    OptionalDouble before,
    OptionalDouble goal,
    OptionalDouble here,
    String peer,
    OptionalDouble there,
    String note) {

  /** A row with nothing in it but what was done. */
  static SpeedRow of(String what, String unit) {
    OptionalDouble none = OptionalDouble.empty();
    return new SpeedRow(what, unit, none, none, none, "", none, "");
  }

  SpeedRow before(double figure) {
    return new SpeedRow(what, unit, OptionalDouble.of(figure), goal, here, peer, there, note);
  }

  SpeedRow goal(double figure) {
    return new SpeedRow(what, unit, before, OptionalDouble.of(figure), here, peer, there, note);
  }

  SpeedRow here(double figure) {
    return new SpeedRow(what, unit, before, goal, OptionalDouble.of(figure), peer, there, note);
  }

  SpeedRow beside(String name, double figure) {
    return new SpeedRow(what, unit, before, goal, here, name, OptionalDouble.of(figure), note);
  }

  /** The peer cannot be measured here. */
  SpeedRow without(String name, String why) {
    return new SpeedRow(
        what, unit, before, goal, here, name, OptionalDouble.empty(), "not here: " + why);
  }

  SpeedRow note(String words) {
    return new SpeedRow(what, unit, before, goal, here, peer, there, words);
  }

  /** Rows as a table. */
  public static Table table(List<SpeedRow> rows) {
    Table table =
        new Table("what", "unit", "before", "goal", "here", "beside it", "its figure", "more");
    for (SpeedRow row : rows) {
      table.add(
          List.of(
              row.what(),
              row.unit(),
              figure(row.before()),
              figure(row.goal()),
              figure(row.here()),
              row.peer().isEmpty() ? Table.NOTHING : row.peer(),
              figure(row.there()),
              row.note()));
    }
    return table;
  }

  /** With as many digits as it is worth. */
  public static String figure(OptionalDouble value) {
    if (value.isEmpty()) {
      return Table.NOTHING;
    }
    double number = value.getAsDouble();
    String pattern =
        number >= 100 ? "%,.0f" : number >= 10 ? "%.1f" : number >= 1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, pattern, number);
  }
}
