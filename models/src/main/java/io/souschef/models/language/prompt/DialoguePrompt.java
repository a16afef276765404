package io.souschef.models.language.prompt;

import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.PlanPrompt.Step;
import io.souschef.skills.file.Resource;
import java.util.Optional;

/**
 * The dialogue in which SayCan asks a language model that was not trained for it (Ahn et al., arXiv
 * 2204.01691): examples of our own, then the instruction as a question and the steps so far as the
 * beginning of the answer. It ends with the number of the next step.
 *
 * <pre>
 * Human: How would you bring me an apple?
 * Robot: 1. find an apple, 2.
 * </pre>
 */
public final class DialoguePrompt {

  private static final String RESOURCE = "dialogue.txt";

  private final String examples;

  private DialoguePrompt(String examples) {
    this.examples = examples;
  }

  /** With the examples that Souschef ships. */
  public static DialoguePrompt standard() {
    return new DialoguePrompt(Resource.text(DialoguePrompt.class, RESOURCE));
  }

  /** The prompt for the next step. */
  public String render(PlanPrompt prompt) {
    StringBuilder text = new StringBuilder(examples);
    prompt
        .scene()
        .map(SceneWords::of)
        .filter(words -> !words.isEmpty())
        .ifPresent(words -> text.append("Scene: ").append(words).append('\n'));
    text.append("Human: ").append(question(prompt.instruction())).append("\nRobot: ");
    int number = 1;
    for (Step step : prompt.steps()) {
      text.append(number++).append(". ").append(step.skill());
      Optional<String> note = prompt.scene().flatMap(scene -> SceneWords.note(step));
      note.ifPresent(words -> text.append(' ').append(words));
      text.append(", ");
    }
    return ControlWords.apart(text.append(number).append('.').toString());
  }

  /**
   * A skill as a continuation of the prompt. The comma or period that ends it belongs to it, which
   * makes the probabilities those of whole skills: "find a coke" does not get what belongs to "find
   * a coke can", and long skills need no correction for their length.
   */
  public String continuation(String skill, boolean isDone) {
    return " " + skill + (isDone ? "." : ",");
  }

  private static String question(String instruction) {
    String line = instruction.strip().replaceAll("\\s+", " ");
    if (line.endsWith("?")) {
      return line;
    }
    String plain = line.replaceFirst("[.!]+$", "");
    return "How would you do this: " + plain + "?";
  }
}
