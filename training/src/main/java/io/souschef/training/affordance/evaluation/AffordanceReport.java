package io.souschef.training.affordance.evaluation;

import io.souschef.models.affordance.FeatureLayout;
import io.souschef.models.affordance.OnnxAffordanceFunction;
import io.souschef.training.affordance.model.DataSplit;
import io.souschef.training.affordance.model.Paraphrases;
import io.souschef.training.affordance.rollout.RolloutManifest;
import io.souschef.training.affordance.rollout.RolloutRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The value function judged on scenes, objects and wordings it was not trained on, beside the
 * analytic baseline and a function that says 1 to everything.
 */
public final class AffordanceReport {

  private static final int FAILED_BEFORE = FeatureLayout.indexOf("attempt.failed");

  private final RolloutManifest manifest;
  private final DataSplit split;
  private final RowScores seen;
  private final RowScores unseen;
  private final RowScores reworded;
  private final RowScores elsewhere;

  /** Scores the test rows of a split by a model file as it is served. */
  public AffordanceReport(
      RolloutManifest manifest,
      DataSplit split,
      OnnxAffordanceFunction function,
      Paraphrases paraphrases) {
    this.manifest = manifest;
    this.split = split;
    this.seen = RowScores.learned(function, split.testSeen());
    this.unseen = RowScores.learned(function, split.testUnseen());
    this.elsewhere = RowScores.learned(function, split.testElsewhere());
    this.reworded = RowScores.learned(function, reworded(split.testSeen(), paraphrases));
  }

  private static List<RolloutRow> reworded(List<RolloutRow> rows, Paraphrases paraphrases) {
    List<RolloutRow> others = new ArrayList<>();
    for (RolloutRow row : rows) {
      paraphrases.test().getOrDefault(row.wording(), List.of()).stream()
          .map(row::worded)
          .forEach(others::add);
    }
    return others;
  }

  /** Metrics of the learned function on held-out scenes. */
  public BinaryMetrics seen() {
    return seen.metrics();
  }

  /** Metrics of the learned function on held-out objects in held-out scenes. */
  public BinaryMetrics unseen() {
    return unseen.metrics();
  }

  /** Metrics of the learned function in held-out homes. */
  public BinaryMetrics elsewhere() {
    return elsewhere.metrics();
  }

  /** The reliability diagram as SVG. */
  public String plot() {
    return ReliabilityPlot.svg(
        List.of(
            new ReliabilityPlot.Line("learned, seen objects", seen),
            new ReliabilityPlot.Line("learned, unseen objects", unseen),
            new ReliabilityPlot.Line("analytic", RowScores.analytic(split.testSeen()))));
  }

  /**
   * The tables as Markdown.
   *
   * @param plot path of the diagram from the page that shows the tables
   */
  public String markdown(String plot) {
    StringBuilder text = new StringBuilder();
    text.append(
        format(
            """
            %,d tries of a skill in %,d random scenes, of every ten %d in another home each, drawn at random (%.0f hours of robot time, %.0f%% succeeded), seed %d, SHA-256 `%s`.
            Of the scenes 70%% are for training (%,d rows), 10%% for early stopping and calibration (%,d), 20%% for the tables below.
            Held-out objects, in no row of training: %s.

            | value function | rows | succeeded | AUC | Brier | ECE |
            |---|--:|--:|--:|--:|--:|
            """,
            manifest.rows(),
            manifest.scenes(),
            manifest.elsewhere(),
            manifest.robotHours(),
            100.0 * manifest.successes() / manifest.rows(),
            manifest.seed(),
            manifest.sha256().substring(0, 16),
            split.train().size(),
            split.validation().size(),
            String.join(", ", split.heldOutKinds())));
    row(text, "learned, seen objects", seen);
    row(text, "analytic, seen objects", RowScores.analytic(split.testSeen()));
    row(text, "always 1, seen objects", RowScores.always(split.testSeen()));
    row(text, "learned, unseen objects", unseen);
    row(text, "analytic, unseen objects", RowScores.analytic(split.testUnseen()));
    row(text, "always 1, unseen objects", RowScores.always(split.testUnseen()));
    row(text, "learned, skills worded anew", reworded);
    RowScores again = seen.where(AffordanceReport::failedBefore);
    row(text, "learned, the same skill failed before", again);
    row(text, "analytic, the same skill failed before", RowScores.analytic(again.rows()));
    if (!elsewhere.rows().isEmpty()) {
      row(text, "learned, homes never seen", elsewhere);
      row(text, "analytic, homes never seen", RowScores.analytic(split.testElsewhere()));
    }
    text.append(format("%n![Reliability diagram](%s)%n%n", plot));
    text.append("By skill, on all held-out scenes:\n\n");
    text.append("| skill | rows | succeeded | AUC | Brier | ECE | AUC analytic |\n");
    text.append("|---|--:|--:|--:|--:|--:|--:|\n");
    families(text);
    return text.toString();
  }

  private static boolean failedBefore(RolloutRow row) {
    return row.features()[FAILED_BEFORE] > 0;
  }

  private void families(StringBuilder text) {
    List<RolloutRow> rows = new ArrayList<>(split.testSeen());
    rows.addAll(split.testUnseen());
    rows.addAll(split.testElsewhere());
    double[] predicted =
        Stream.of(seen, unseen, elsewhere)
            .flatMapToDouble(scores -> Arrays.stream(scores.predicted()))
            .toArray();
    RowScores all = new RowScores(rows, predicted);
    Set<String> actions = new TreeSet<>();
    rows.forEach(row -> actions.add(row.action()));
    for (String action : actions) {
      RowScores family = all.where(row -> row.action().equals(action));
      BinaryMetrics analytic = RowScores.analytic(family.rows()).metrics();
      text.append(
          format("| %s | %s | %s |%n", action, cells(family.metrics()), number(analytic.auc())));
    }
  }

  private static void row(StringBuilder text, String name, RowScores scores) {
    text.append(format("| %s | %s |%n", name, cells(scores.metrics())));
  }

  private static String cells(BinaryMetrics metrics) {
    return format(
        "%,d | %s | %s | %s | %s",
        metrics.count(),
        Double.isNaN(metrics.positives()) ? "-" : format("%.0f%%", 100 * metrics.positives()),
        number(metrics.auc()),
        number(metrics.brier()),
        number(metrics.ece()));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : format("%.3f", value);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern.replace("%n", "\n"), values);
  }
}
