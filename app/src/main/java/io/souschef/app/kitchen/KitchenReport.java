package io.souschef.app.kitchen;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.survey.PlaceSurvey;
import io.souschef.sim.survey.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the robot can and cannot do in a kitchen.
 *
 * @param kitchen its name
 * @param tool the kind of thing with which it was tried; empty when none can be picked up
 * @param places what came of it, place by place
 * @param notPickedUp kinds that the robot cannot pick up to why
 */
public record KitchenReport(
    String kitchen,
    Optional<String> tool,
    List<PlaceSurvey> places,
    Map<String, String> notPickedUp) {

  private static final List<String> ACTIONS = List.of("go to", "open", "close", "put", "take");

  /**
   * The report.
   *
   * @param tries whether every place is tried out, which takes a second for each
   */
  public static KitchenReport of(Kitchen kitchen, Survey survey, boolean tries) {
    Map<String, String> not = new TreeMap<>();
    for (ObjectKind kind : kitchen.catalog().kinds()) {
      Survey.fault(kind).ifPresent(why -> not.put(kind.noun(), why));
    }
    List<PlaceSurvey> places =
        tries ? kitchen.sites().stream().map(survey::of).toList() : List.of();
    return new KitchenReport(kitchen.name(), survey.probe(), places, not);
  }

  /** As a table, with a sentence for each thing that did not work. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(row("place", "kind", "reach", ACTIONS));
    List<String> reasons = new ArrayList<>();
    for (PlaceSurvey place : places) {
      List<String> cells = new ArrayList<>();
      for (String action : ACTIONS) {
        Optional<String> why = place.tried().get(action);
        cells.add(why == null ? "-" : why.isEmpty() ? "yes" : "no");
        if (why != null && why.isPresent()) {
          reasons.add("  %s, %s: %s".formatted(place.place(), action, why.get()));
        }
      }
      String share = String.format(Locale.ROOT, "%.0f%%", 100 * place.reachedShare());
      lines.add(row(place.place(), place.kind(), share, cells));
    }
    tool.ifPresent(noun -> lines.add("Putting and taking was tried with the " + noun + "."));
    if (!reasons.isEmpty()) {
      lines.add("What did not work:");
      lines.addAll(reasons);
    }
    notPickedUp.forEach((noun, why) -> lines.add("  the %s is %s".formatted(noun, why)));
    return String.join(System.lineSeparator(), lines);
  }

  private static String row(String place, String kind, String reach, List<String> cells) {
    StringBuilder row =
        new StringBuilder(String.format(Locale.ROOT, "%-22s %-9s %6s", place, kind, reach));
    cells.forEach(cell -> row.append(String.format(Locale.ROOT, " %6s", cell)));
    return row.toString();
  }
}
