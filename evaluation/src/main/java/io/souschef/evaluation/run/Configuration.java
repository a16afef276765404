package io.souschef.evaluation.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.souschef.planner.PlanMode;
import io.souschef.planner.usefulness.PlanPrompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is evaluated.
 *
 * @param llm the language model, as {@code --llm} names it; {@value #NONE} when every skill counts
 *     as equally useful, {@value #REFERENCE} for the tasks' own plans
 * @param affordance learned, analytic or {@value #NONE}
 * @param prompt how much the prompt tells
 * @param plan how it is planned
 * @param ask when a person is asked what is meant: {@value #UNSURE}, {@value #NEVER}, or how often
 *     what is meant shall be among what is asked or done, "0.85"
 */
public record Configuration(
    String llm, String affordance, PlanPrompt.Style prompt, PlanMode plan, String ask) {

  /** A person is asked where it is not sure enough. */
  public static final String UNSURE = "unsure";

  /** Nobody is asked what is meant. */
  public static final String NEVER = "never";

  /** A configuration that asks where it is unsure. */
  public Configuration(String llm, String affordance, PlanPrompt.Style prompt, PlanMode plan) {
    this(llm, affordance, prompt, plan, UNSURE);
  }

  /** A configuration that plans skill by skill. */
  public Configuration(String llm, String affordance, PlanPrompt.Style prompt) {
    this(llm, affordance, prompt, PlanMode.STEPS);
  }

  /** Stands for a score that is left out. */
  public static final String NONE = "none";

  /** Stands for a language model that knows each task's first reference plan by heart. */
  public static final String REFERENCE = "reference";

  /** What plans unless told otherwise. */
  public static final Configuration USUAL =
      new Configuration("embedded", "learned", PlanPrompt.Style.SCENE, PlanMode.PROGRAM);

  /** In what it is not the usual one, a word for each: "openai:http://localhost:8080#phi". */
  @JsonIgnore
  public List<String> peculiarities() {
    List<String> words = new ArrayList<>();
    if (!llm.equals(USUAL.llm)) {
      words.add(llm);
    }
    if (!affordance.equals(USUAL.affordance)) {
      words.add(affordance);
    }
    if (prompt != USUAL.prompt) {
      words.add(prompt.name().toLowerCase(Locale.ROOT));
    }
    // The paper's prompt, and models that write no programs, go by steps as a matter of course.
    if (plan != USUAL.plan && prompt == USUAL.prompt && llm.equals(USUAL.llm)) {
      words.add(plan.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    if (!ask.equals(UNSURE)) {
      words.add("asks " + asks());
    }
    return List.copyOf(words);
  }

  /** What the paper would call it: "language model alone, told the scene". */
  @JsonIgnore
  public String words() {
    if (llm.equals(REFERENCE)) {
      return "the tasks' reference plans";
    }
    if (llm.equals(NONE)) {
      return affordance.equals(NONE) ? "chance" : "value function alone";
    }
    if (plan.isProgram()) {
      String what = plan == PlanMode.JOINT ? "programs and steps at once" : "programs";
      String order =
          switch (plan) {
            case IN_ORDER -> ", no looking ahead";
            case REHEARSED -> ", rehearsed";
            case PROGRAM, STEPS, JOINT -> "";
          };
      return affordance.equals(NONE)
          ? what + ", no value function" + order + asking()
          : "%s, %s value function%s%s".formatted(what, affordance, order, asking());
    }
    String told = prompt == PlanPrompt.Style.SCENE ? ", told the scene" : ", the paper's prompt";
    return switch (affordance) {
      case NONE -> "language model alone" + told;
      case "learned" -> "language model x value function" + told;
      default -> "language model x %s value function".formatted(affordance) + told;
    };
  }

  /** "never", "for 0.85". */
  private String asks() {
    return ask.equals(NEVER) ? NEVER : "for " + ask;
  }

  private String asking() {
    return ask.equals(UNSURE) ? "" : ", asks " + asks();
  }

  /** Whether there is a model behind say that must be opened. */
  @JsonIgnore
  public boolean hasModel() {
    return !llm.equals(NONE) && !llm.equals(REFERENCE);
  }

  /** "embedded x learned, scene": short enough for a table, and one for each configuration. */
  @JsonIgnore
  public String name() {
    return "%s x %s, %s%s"
        .formatted(
            llm,
            affordance,
            switch (plan) {
              case PROGRAM -> "program";
              case IN_ORDER -> "program in order";
              case REHEARSED -> "program rehearsed";
              case JOINT -> "program and steps";
              case STEPS -> prompt.name().toLowerCase(Locale.ROOT);
            },
            asking());
  }
}
