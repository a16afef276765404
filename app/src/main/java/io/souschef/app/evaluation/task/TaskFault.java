package io.souschef.app.evaluation.task;

import io.souschef.skills.InvalidInputException;
import java.util.List;

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
    return "Suite '%s', line %d%s".formatted(file, line, message);
  }

  /**
   * Refuses what has faults.
   *
   * @throws InvalidInputException naming the first and how many more there are
   */
  static void refuse(List<TaskFault> faults) {
    if (!faults.isEmpty()) {
      int others = faults.size() - 1;
      String more =
          others == 0
              ? ""
              : " (and %d more fault%s; 'souschef tasks check' names them)"
                  .formatted(others, others == 1 ? "" : "s");
      throw new InvalidInputException(faults.get(0).sentence() + more);
    }
  }
}
