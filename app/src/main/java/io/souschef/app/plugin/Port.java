package io.souschef.app.plugin;

import io.souschef.planner.affordance.AffordanceProvider;
import io.souschef.planner.dialogue.UserProvider;
import io.souschef.planner.usefulness.LanguageModelProvider;
import io.souschef.skills.execution.RobotProvider;
import io.souschef.skills.plugin.Provider;
import java.util.List;
import java.util.Set;

/**
 * A port that the command line chooses an implementation of.
 *
 * @param <P> what makes its implementations
 * @param what what messages call it
 * @param option the option that chooses
 * @param provider what a jar implements
 * @param own schemes that are Souschef's own
 * @param choices how those are written, for messages
 */
public record Port<P extends Provider<?>>(
    String what, String option, Class<P> provider, Set<String> own, List<String> choices) {

  public static final Port<LanguageModelProvider> LANGUAGE_MODEL =
      new Port<>(
          "language model",
          "--llm",
          LanguageModelProvider.class,
          Set.of("embedded", "onnx", "openai"),
          List.of(
              "embedded", "embedded:<file.onnx>", "onnx:<folder or file>", "openai:<url>#<model>"));

  public static final Port<AffordanceProvider> AFFORDANCE =
      new Port<>(
          "value function",
          "--affordance",
          AffordanceProvider.class,
          Set.of("learned", "analytic", "none"),
          List.of("learned", "learned:<file.onnx>", "analytic", "none"));

  public static final Port<RobotProvider> ROBOT =
      new Port<>(
          "robot", "--robot", RobotProvider.class, Set.of("sim", "ros2"), List.of("sim", "ros2"));

  public static final Port<UserProvider> USER =
      new Port<>(
          "user",
          "--user",
          UserProvider.class,
          Set.of("terminal", "nobody"),
          List.of("terminal", "nobody"));

  /** All of them. */
  public static final List<Port<?>> ALL = List.of(LANGUAGE_MODEL, AFFORDANCE, ROBOT, USER);

  /** The scheme of a choice: "my" of "my:rules.txt". */
  public static String scheme(String choice) {
    int colon = choice.indexOf(':');
    return colon < 0 ? choice : choice.substring(0, colon);
  }

  /** What stands behind the scheme's colon; empty where there is none. */
  public static String argument(String choice) {
    int colon = choice.indexOf(':');
    return colon < 0 ? "" : choice.substring(colon + 1);
  }

  /** Whether a choice is one of Souschef's own. */
  public boolean isOwn(String choice) {
    return own.contains(scheme(choice));
  }
}
