package io.souschef.evaluation.report;

import io.souschef.evaluation.Ablation;
import io.souschef.evaluation.ResultsDocument;
import io.souschef.evaluation.run.Configuration;
import io.souschef.evaluation.run.RunSpec;
import io.souschef.evaluation.statistics.ConfigurationStatistics;
import io.souschef.planner.PlanMode;
import io.souschef.skills.text.Counted;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A run's section of a Markdown page of results. Stateless. */
public final class ResultsSection {

  /** What a run is about; each kind has sections of its own. */
  private enum Kind {
    PLANNER("eval-", "Suite "),
    REFERENCE("reference-", "What a planner without fault would reach: suite "),
    COMPARISON("compare-", "Configurations compared on ");

    private final String prefix;
    private final String title;

    Kind(String prefix, String title) {
      this.prefix = prefix;
      this.title = title;
    }

    static Kind of(RunSpec.Plan plan) {
      if (plan.configurations().size() > 1) {
        return COMPARISON;
      }
      return plan.configurations().get(0).llm().equals(Configuration.REFERENCE)
          ? REFERENCE
          : PLANNER;
    }

    /** What tells a run from the usual one of its kind; each gets a section of its own. */
    List<String> peculiarities(RunSpec.Plan plan) {
      return switch (this) {
        case REFERENCE -> List.of();
        case PLANNER -> plan.configurations().get(0).peculiarities();
        case COMPARISON -> {
          if (plan.configurations().stream().map(Configuration::ask).distinct().count() > 1) {
            yield List.of("more and fewer questions");
          }
          if (isAbout(PlanMode.IN_ORDER, PlanMode.PROGRAM, plan.configurations())) {
            yield List.of("and without looking ahead");
          }
          if (isAbout(PlanMode.PROGRAM, PlanMode.REHEARSED, plan.configurations())) {
            yield List.of("and without rehearsing");
          }
          if (plan.configurations().stream().anyMatch(c -> c.plan() == PlanMode.JOINT)) {
            yield List.of("programs, steps and both at once");
          }
          List<String> compared = llms(plan.configurations());
          List<String> usual = llms(Ablation.of(Configuration.USUAL.llm()));
          yield usual.containsAll(compared) ? List.of() : compared;
        }
      };
    }

    private static boolean isAbout(
        PlanMode without, PlanMode with, List<Configuration> configurations) {
      return configurations.stream()
          .map(Configuration::plan)
          .distinct()
          .toList()
          .equals(List.of(without, with));
    }

    private static List<String> llms(List<Configuration> configurations) {
      return configurations.stream().map(Configuration::llm).distinct().toList();
    }
  }

  private ResultsSection() {}

  /**
   * Writes the run's section: one for each choice of suites and of what plans.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when the page cannot be written
   */
  public static void write(Path page, RunView run) {
    RunSpec.Plan plan = run.spec().plan();
    String suites =
        plan.suites().stream().map(RunSpec.SuiteFingerprint::name).collect(Collectors.joining("-"));
    Kind kind = Kind.of(plan);
    List<String> peculiarities = kind.peculiarities(plan);
    String title = kind.title + suites;
    String name = kind.prefix + suites;
    if (!peculiarities.isEmpty()) {
      title += " with " + String.join(", ", peculiarities);
      name += "-" + String.join("-", peculiarities);
    }
    ResultsDocument.write(
        page,
        new ResultsDocument.Section(
            name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-"),
            title,
            body(run),
            run.spec().provenance().command(),
            seeds(plan.seeds()),
            run.spec().provenance().machine()));
  }

  private static String body(RunView run) {
    StringBuilder text = new StringBuilder();
    text.append(
        Counted.of(run.episodes().size(), "episode")
            + ". Brackets are Wilson 95% intervals; plan success is with the ideal executor,"
            + " execution success in the physics.\n\n");
    if (run.statistics().configurations().size() > 1) {
      several(run, text);
    } else {
      one(run, text);
    }
    String drafts = DraftTable.markdown(run);
    if (!drafts.isEmpty()) {
      text.append("### Programs that the model wrote\n\n").append(drafts).append('\n');
    }
    String asking = AskingTable.markdown(run);
    if (!asking.isEmpty()) {
      text.append("### Asking\n\n").append(asking).append('\n');
    }
    TimeTable times = new TimeTable(run.timings());
    text.append("### Where the time goes\n\n");
    if (!times.sentence().isEmpty()) {
      text.append(times.sentence()).append(". ");
    }
    text.append("Wall clock, all threads together:\n\n");
    return text.append(times.table().markdown()).toString();
  }

  private static void one(RunView run, StringBuilder text) {
    text.append(RunTables.summary(run).dense().markdown()).append('\n');
    ConfigurationStatistics only = run.statistics().configurations().get(0);
    text.append("By family:\n\n").append(RunTables.families(only).dense().markdown()).append('\n');
    text.append("Every request:\n\n").append(RunTables.requests(run).markdown()).append('\n');
  }

  private static void several(RunView run, StringBuilder text) {
    text.append(ConfigurationsTable.of(run).dense().markdown()).append('\n');
    text.append(
        "Tests are McNemar's, exact and two-sided, over the same tasks and seeds.\n\nBy family, success in %s:\n\n"
            .formatted(run.spec().plan().rates().includesExecution() ? "the physics" : "the plan"));
    text.append(ConfigurationsTable.families(run).markdown()).append('\n');
    text.append("Robot time against the first configuration, where both succeed:\n\n");
    text.append(TimesTable.of(run).dense().markdown()).append('\n');
    text.append("What else was counted:\n\n");
    text.append(RunTables.summary(run).dense().markdown()).append('\n');
  }

  private static String seeds(List<Long> seeds) {
    return seeds.size() == 1
        ? seeds.get(0).toString()
        : String.format(Locale.ROOT, "%d to %d", seeds.get(0), seeds.get(seeds.size() - 1));
  }
}
