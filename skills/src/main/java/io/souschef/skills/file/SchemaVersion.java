package io.souschef.skills.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.skills.failure.InvalidInputException;

/** The version that a file tells of its own form, as {@code schemaVersion}. Stateless. */
public final class SchemaVersion {

  private static final String FIELD = "schemaVersion";

  private SchemaVersion() {}

  /**
   * Refuses what a later version of this program wrote: it may hold what this one would misread.
   *
   * @param what the file, as a sentence begins: "Trace 'trace.jsonl'"
   * @param document what tells the version; files from before there were versions tell none
   * @param known the latest version that is understood, at least 1
   * @throws InvalidInputException when the version is later, or none
   */
  public static void require(String what, JsonNode document, int known) {
    JsonNode told = document.path(FIELD);
    if (told.isMissingNode()) {
      return;
    }
    if (!told.isIntegralNumber() || told.bigIntegerValue().signum() <= 0) {
      throw new InvalidInputException(
          "%s is malformed: its %s must be a whole number from 1, got %s"
              .formatted(what, FIELD, told));
    }
    if (!told.canConvertToInt() || told.intValue() > known) {
      throw new InvalidInputException(
          "%s was written by a newer Souschef (%s %s, this one reads up to %s); read it with that one"
              .formatted(what, FIELD, told, known));
    }
  }
}
