package io.souschef.evaluation.task;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.text.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tasks that are evaluated together.
 *
 * @param name what reports call it: the file's name without suffix
 * @param sha256 hash of its text, hexadecimal
 * @param file what messages call it
 * @param tasks in the order of the file
 * @param lines line on which each task stands, the first is 1
 */
public record TaskSuite(
    String name, String sha256, String file, List<Task> tasks, List<Integer> lines) {

  /** The suites that Souschef brings along. */
  public static final List<String> SHIPPED =
      List.of(
          "plain",
          "kitchen-core",
          "saycan-dev",
          "saycan-plans",
          "strangers-dev",
          "feasible",
          "disturbed",
          "flat",
          "several",
          "ask",
          "refuse");

  public TaskSuite {
    tasks = List.copyOf(tasks);
    lines = List.copyOf(lines);
  }

  /**
   * Reads a suite.
   *
   * @param nameOrPath one of {@link #SHIPPED}, or the path of a file of one's own
   * @throws InvalidInputException naming file, line and field of the first fault
   */
  public static TaskSuite read(String nameOrPath) {
    return SuiteFile.read(nameOrPath).require();
  }

  /** The same with kitchen files found beside the suite's own file. */
  TaskSuite besideFile(Path suite) {
    List<Task> found = tasks.stream().map(task -> task.besideFile(suite)).toList();
    return new TaskSuite(name, sha256, file, found, lines);
  }

  /** The part that belongs to one of these families. */
  public TaskSuite ofFamilies(List<String> families) {
    List<Task> kept = new ArrayList<>();
    List<Integer> keptLines = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      if (families.contains(tasks.get(i).family())) {
        kept.add(tasks.get(i));
        keptLines.add(lines.get(i));
      }
    }
    String part = sha256 + " " + String.join("+", families);
    return new TaskSuite(name, part, file, kept, keptLines);
  }

  public Optional<Task> task(String id) {
    return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
  }

  /**
   * Reads the task of {@code <suite>:<id>}.
   *
   * @throws InvalidInputException when there is none
   */
  public static Task readTask(String suiteAndId) {
    int colon = suiteAndId.lastIndexOf(':');
    if (colon < 1) {
      throw new InvalidInputException(
          "Task '%s' is not written <suite>:<id>, for example plain:bring-01"
              .formatted(suiteAndId));
    }
    String id = suiteAndId.substring(colon + 1);
    TaskSuite suite = read(suiteAndId.substring(0, colon));
    return suite
        .task(id)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "Suite '%s' has no task '%s'%s; its first is '%s'"
                        .formatted(
                            suite.name(),
                            id,
                            Suggestion.question(id, suite.tasks().stream().map(Task::id).toList()),
                            suite.tasks().get(0).id())));
  }
}
