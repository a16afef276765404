package io.souschef.skills.file;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.text.Counted;
import java.util.List;
import java.util.Locale;

/**
 * Something wrong in a file.
 *
 * @param file what messages call it
 * @param line where it stands, the first is 1
 * @param pointer JSON Pointer of the field: "/furniture/3/size"; empty for the whole
 * @param message what is wrong there, and how to mend it
 */
public record FileFault(String file, int line, String pointer, String message) {

  /** The whole sentence: "Kitchen file 'home.yaml', line 7, field furniture.3.size: ...". */
  public String sentence() {
    String field = pointer.isEmpty() ? "" : ", field " + pointer.substring(1).replace('/', '.');
    return String.format(Locale.ROOT, "%s, line %d%s: %s", file, line, field, message);
  }

  /** Whether it is about a part or something in it. */
  public boolean isWithin(String part) {
    return pointer.equals(part) || pointer.startsWith(part + "/");
  }

  /**
   * Refuses what has faults.
   *
   * @throws InvalidInputException naming the first and how many more there are
   */
  public static void refuse(List<FileFault> faults) {
    refuse(faults.stream().map(FileFault::sentence).toList(), "");
  }

  /**
   * Refuses what has faults of any kind.
   *
   * @param sentences one for each, the first first
   * @param rest how one comes to know the others: "; 'souschef tasks check' names them"
   * @throws InvalidInputException naming the first and how many more there are
   */
  public static void refuse(List<String> sentences, String rest) {
    if (!sentences.isEmpty()) {
      int others = sentences.size() - 1;
      String more =
          others == 0 ? "" : " (and %s%s)".formatted(Counted.of(others, "more fault"), rest);
      throw new InvalidInputException(sentences.get(0) + more);
    }
  }
}
