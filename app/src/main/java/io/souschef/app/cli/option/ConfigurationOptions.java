package io.souschef.app.cli.option;

import io.souschef.app.Assembly;
import io.souschef.app.plugin.Plugins;
import io.souschef.app.plugin.Port;
import io.souschef.evaluation.Ablation;
import io.souschef.evaluation.run.Configuration;
import io.souschef.models.LanguageModels;
import io.souschef.planner.PlanMode;
import io.souschef.planner.usefulness.PlanPrompt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code eval} that decide how is planned. */
final class ConfigurationOptions {

  /** How it is planned. */
  enum Planning {
    PROGRAM,
    STEPS,
    JOINT,
    BOTH,
    ALL;

    List<PlanMode> modes() {
      return switch (this) {
        case PROGRAM -> List.of(PlanMode.PROGRAM);
        case STEPS -> List.of(PlanMode.STEPS);
        case JOINT -> List.of(PlanMode.JOINT);
        case BOTH -> List.of(PlanMode.STEPS, PlanMode.PROGRAM);
        case ALL -> List.of(PlanMode.STEPS, PlanMode.PROGRAM, PlanMode.JOINT);
      };
    }
  }

  /** Whether free parts of a request are put into the cheapest order. */
  enum LookAhead {
    ON,
    OFF,
    BOTH;

    List<PlanMode> modes(PlanMode mode) {
      if (mode != PlanMode.PROGRAM) {
        return List.of(mode);
      }
      return switch (this) {
        case ON -> List.of(PlanMode.PROGRAM);
        case OFF -> List.of(PlanMode.IN_ORDER);
        case BOTH -> List.of(PlanMode.IN_ORDER, PlanMode.PROGRAM);
      };
    }
  }

  /** Whether what may be meant is rehearsed. */
  enum Rehearsing {
    ON,
    OFF,
    BOTH;

    List<PlanMode> modes(PlanMode mode) {
      if (mode != PlanMode.PROGRAM || this == OFF) {
        return List.of(mode);
      }
      return this == ON ? List.of(PlanMode.REHEARSED) : List.of(mode, PlanMode.REHEARSED);
    }
  }

  /** Where say comes from. */
  enum Say {
    MODEL,
    NONE,
    REFERENCE
  }

  @Option(
      names = "--llm",
      paramLabel = "MODEL",
      description = "Language model; may be repeated (default: embedded).")
  private List<String> llms = List.of("embedded");

  @Mixin private AffordanceOption affordance = new AffordanceOption();

  @Mixin private PluginOptions plugins = new PluginOptions();

  @Option(
      names = "--plan",
      description =
          "program, steps, or joint for both at once; both compares the first two, all the three"
              + " (default: program with the embedded language model, steps with others).")
  private @Nullable Planning planning;

  @Option(
      names = "--look-ahead",
      defaultValue = "on",
      description =
          "on, off or both, to compare them: whether programs' parts whose order is free are done"
              + " in the cheapest order (default: ${DEFAULT-VALUE}).")
  private LookAhead lookAhead = LookAhead.ON;

  @Option(
      names = "--rehearse",
      defaultValue = "off",
      description =
          "on, off or both, to compare them: whether what may be meant is tried in thought before"
              + " anything moves (default: ${DEFAULT-VALUE}).")
  private Rehearsing rehearse = Rehearsing.OFF;

  @Option(
      names = "--ask",
      paramLabel = "WHEN",
      description =
          "unsure, never, or how often what is meant shall be among what is asked or done, such as"
              + " 0.85; may be repeated, to compare them (default: unsure).")
  private List<String> asks = List.of(Configuration.UNSURE);

  @Option(
      names = "--say",
      defaultValue = "model",
      description =
          "model, none for the value function alone, or reference for the tasks' own plans: what a"
              + " planner without fault would reach (default: ${DEFAULT-VALUE}).")
  private Say say = Say.MODEL;

  @Option(
      names = "--prompt",
      defaultValue = "scene",
      description = "paper or scene (default: ${DEFAULT-VALUE}).")
  private PlanPrompt.Style prompt = PlanPrompt.Style.SCENE;

  @Option(
      names = "--ablation",
      description = "Compare with and without value function, language model and scene.")
  private boolean ablation;

  /** Ports of other people. */
  Plugins plugins() {
    return plugins.plugins();
  }

  /** Whether the tasks' own plans are followed, which every task must have then. */
  boolean followsPlans() {
    return say == Say.REFERENCE;
  }

  /** One for each way to plan that was asked for. */
  List<Configuration> read() {
    List<Configuration> chosen = new ArrayList<>();
    if (say == Say.NONE) {
      return List.of(new Configuration(Configuration.NONE, affordance.choice(), prompt));
    }
    if (say == Say.REFERENCE) {
      // A known plan needs no second opinion, and must hear of failures.
      return List.of(
          new Configuration(Configuration.REFERENCE, Configuration.NONE, PlanPrompt.Style.SCENE));
    }
    for (String llm : llms.stream().distinct().toList()) {
      if (ablation) {
        Ablation.of(llm).stream().filter(c -> !chosen.contains(c)).forEach(chosen::add);
      } else {
        modes(llm).stream()
            .flatMap(mode -> lookAhead.modes(mode).stream())
            .flatMap(mode -> rehearse.modes(mode).stream())
            .forEach(mode -> asks(llm, mode).forEach(chosen::add));
      }
    }
    return chosen;
  }

  /** Only who writes programs asks. */
  private Stream<Configuration> asks(String llm, PlanMode mode) {
    if (!mode.isProgram()) {
      return Stream.of(new Configuration(llm, affordance.choice(), prompt, mode));
    }
    asks.forEach(when -> Assembly.asking(when, llm));
    return asks.stream()
        .distinct()
        .map(when -> new Configuration(llm, affordance.choice(), prompt, mode, when));
  }

  private List<PlanMode> modes(String llm) {
    Planning chosen = planning;
    if (chosen != null) {
      return chosen.modes();
    }
    boolean writes =
        Port.LANGUAGE_MODEL.isOwn(llm)
            ? llm.startsWith(LanguageModels.EMBEDDED)
            : Assembly.writesPrograms(llm, plugins());
    return List.of(writes ? PlanMode.PROGRAM : PlanMode.STEPS);
  }
}
