package io.souschef.training.language.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.training.language.text.lexicon.TextLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the instructions of evaluation suites, which training must not see. */
public final class EvaluationSuites {

  private static final ObjectMapper JSON = new ObjectMapper();

  private EvaluationSuites() {}

  /**
   * Instructions of suites: JSON lines with a field {@code instruction}, or tab-separated text with
   * a header that names a column {@code instruction} or {@code INPUT}.
   *
   * @throws InvalidInputException when a file cannot be read as either
   */
  public static List<String> instructions(List<Path> files) {
    List<String> instructions = new ArrayList<>();
    for (Path file : files) {
      List<TextLine> lines = TextLine.read(file);
      if (file.toString().endsWith(".jsonl")) {
        lines.forEach(line -> instructions.add(json(line)));
      } else {
        int column =
            EvaluationFilter.instructionColumn(lines.get(0).fields())
                .orElseThrow(
                    () ->
                        lines.get(0).error("the header names no column 'instruction' or 'INPUT'"));
        lines.stream().skip(1).forEach(line -> instructions.add(line.field(column)));
      }
    }
    return instructions;
  }

  private static String json(TextLine line) {
    try {
      return JSON.readTree(String.join("\t", line.fields())).path("instruction").asText();
    } catch (JsonProcessingException e) {
      throw line.error("not a JSON object: " + e.getOriginalMessage());
    }
  }
}
