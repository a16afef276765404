package io.souschef.evaluation.report;

import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.statistics.Rate;
import io.souschef.planner.episode.EpisodeEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How well a run asks, from its traces, in suites that hold clear requests and ambiguous ones: the
 * families of these names. The words are those of KnowNo (arXiv 2307.01928) and IntroPlan (arXiv
 * 2402.06529).
 */
final class AskingTable {

  private static final String CLEAR = "clear";
  private static final String AMBIGUOUS = "ambiguous";

  /**
   * An episode as it counts here.
   *
   * @param family its task's
   * @param success whether its goal holds at the end
   * @param asked whether the person was asked anything
   * @param answered whether an answer came
   */
  record Case(String family, boolean success, boolean asked, boolean answered) {

    static Case of(String family, boolean success, List<EpisodeEvent> events) {
      List<EpisodeEvent.Asked> questions =
          events.stream()
              .filter(EpisodeEvent.Asked.class::isInstance)
              .map(EpisodeEvent.Asked.class::cast)
              .toList();
      return new Case(
          family,
          success,
          !questions.isEmpty(),
          questions.stream().anyMatch(question -> question.answer().isPresent()));
    }

    private boolean isAmbiguous() {
      return family.equals(AMBIGUOUS);
    }
  }

  private final Map<String, List<Case>> cases = new LinkedHashMap<>();

  /** A sentence and a table; empty where a run holds no such suite. */
  static String markdown(RunView run) {
    List<String> families = run.episodes().stream().map(EpisodeRecord::family).distinct().toList();
    if (!families.contains(CLEAR) || !families.contains(AMBIGUOUS)) {
      return "";
    }
    AskingTable table = new AskingTable();
    for (EpisodeRecord episode : run.episodes()) {
      String kind = episode.execution().isPresent() ? "execution" : "plan";
      table.add(
          episode.key().configuration(),
          Case.of(
              episode.family(),
              episode.succeeded(),
              AttemptTrace.read(run.path(), episode.key().attempt(kind))));
    }
    return table.markdown();
  }

  void add(String configuration, Case one) {
    cases.computeIfAbsent(configuration, name -> new ArrayList<>()).add(one);
  }

  String markdown() {
    Table table =
        new Table(
            "configuration", "success", "of the clear", "covered", "help", "over-ask", "over-step");
    cases.forEach((configuration, all) -> table.add(row(configuration, all)));
    return "Success is of all requests; covered: the goal is reached, or the person could say what"
        + " was meant; help: the person was asked; over-ask: asked though nothing was ambiguous;"
        + " over-step: gone ahead with something else than was meant without asking, where that was"
        + " ambiguous. Shares of all requests, but for the clear ones.\n\n"
        + table.markdown();
  }

  private static List<String> row(String configuration, List<Case> all) {
    List<Case> clear = all.stream().filter(one -> one.family().equals(CLEAR)).toList();
    return List.of(
        configuration,
        share(all, Case::success),
        share(clear, Case::success),
        share(all, one -> one.success() || (one.isAmbiguous() && one.answered())),
        share(all, Case::asked),
        share(all, one -> one.asked() && !one.isAmbiguous()),
        share(all, one -> !one.asked() && one.isAmbiguous() && !one.success()));
  }

  private static String share(List<Case> all, Predicate<Case> wanted) {
    int count = (int) all.stream().filter(wanted).count();
    Rate rate = Rate.wilson(count, all.size());
    return Figures.format(
        "%.1f%% [%.0f, %.0f]", 100 * rate.rate(), 100 * rate.low(), 100 * rate.high());
  }
}
