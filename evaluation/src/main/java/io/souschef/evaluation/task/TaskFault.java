package io.souschef.evaluation.task;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.FileFault;
import java.util.List;
import java.util.Locale;

/**
 * Something wrong with a task.
 *
 * @param file what messages call its suite
 * @param line where it stands, the first is 1
 * @param message where in the line and what, as it follows the line: ", field goal: ..."
 */
record TaskFault(String file, int line, String message) {

  /** The whole sentence: "Suite 'mine.jsonl', line 3, field goal: ...". */
  String sentence() {
    return String.format(Locale.ROOT, "Suite '%s', line %d%s", file, line, message);
  }

  /**
   * Refuses what has faults.
   *
   * @throws InvalidInputException naming the first and how many more there are
   */
  static void refuse(List<TaskFault> faults) {
    FileFault.refuse(
        faults.stream().map(TaskFault::sentence).toList(), "; 'souschef tasks check' names them");
  }
}
