package io.souschef.evaluation.task;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.JsonReason;
import io.souschef.skills.file.PlainFile;
import io.souschef.skills.file.Resource;
import io.souschef.skills.file.Sha256;
import io.souschef.skills.text.Suggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads suites, and says on which line and in which field one is wrong. */
final class SuiteFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final String name;
  private final Map<String, Integer> lineOfId = new HashMap<>();
  private final Optional<TaskSchema> schema;
  private final List<TaskFault> faults = new ArrayList<>();

  private SuiteFile(String name, Optional<TaskSchema> schema) {
    this.name = name;
    this.schema = schema;
  }

  /**
   * A suite as far as it can be read.
   *
   * @param suite the tasks without fault of form; may be none
   * @param faults the faults of form of the others, in the order of the file
   */
  record Reading(TaskSuite suite, List<TaskFault> faults) {

    /** The suite, if it has no fault of form. */
    TaskSuite require() {
      TaskFault.refuse(faults);
      return suite;
    }
  }

  /**
   * Reads a suite. One that is shipped is taken as it is: the tests hold it against the schema, and
   * doing so at every start would take longer than reading it.
   */
  static Reading read(String nameOrPath) {
    if (TaskSuite.SHIPPED.contains(nameOrPath)) {
      return parse(nameOrPath, nameOrPath + ".jsonl", shipped(nameOrPath), Optional.empty());
    }
    return check(nameOrPath);
  }

  private static String shipped(String name) {
    return resource("suites/" + name + ".jsonl");
  }

  /** Reads a suite, and checks it also where it is shipped. */
  static Reading check(String nameOrPath) {
    if (TaskSuite.SHIPPED.contains(nameOrPath)) {
      return parse(nameOrPath, nameOrPath + ".jsonl", shipped(nameOrPath));
    }
    Path file = Path.of(nameOrPath);
    if (!Files.exists(file)) {
      throw new InvalidInputException(
          "There is no suite '%s'%s; name one of %s, or a file"
              .formatted(
                  nameOrPath,
                  Suggestion.question(nameOrPath, TaskSuite.SHIPPED),
                  String.join(", ", TaskSuite.SHIPPED)));
    }
    String fileName = String.valueOf(file.getFileName());
    String text = new PlainFile("Suite", file).text(PlainFile.RECORDS);
    Reading reading = parse(fileName.replaceFirst("\\.[^.]*$", ""), file.toString(), text);
    return new Reading(reading.suite().besideFile(file), reading.faults());
  }

  static String resource(String path) {
    return Resource.text(SuiteFile.class, path);
  }

  /**
   * Parses a suite.
   *
   * @param file what messages call it
   */
  static Reading parse(String name, String file, String text) {
    return parse(name, file, text, Optional.of(new TaskSchema()));
  }

  private static Reading parse(String name, String file, String text, Optional<TaskSchema> schema) {
    SuiteFile suite = new SuiteFile(file, schema);
    List<Task> tasks = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        int line = i + 1;
        suite
            .task(line, lines.get(i))
            .ifPresent(
                task -> {
                  tasks.add(task);
                  numbers.add(line);
                });
      }
    }
    if (tasks.isEmpty() && suite.faults.isEmpty()) {
      throw new InvalidInputException(
          "Suite '%s' holds no task; write one JSON object a line".formatted(file));
    }
    return new Reading(
        new TaskSuite(name, Sha256.of(text), file, tasks, numbers), List.copyOf(suite.faults));
  }

  /** The task of a line; empty when it has faults, which are noted then. */
  private Optional<Task> task(int line, String json) {
    int before = faults.size();
    try {
      if (schema.isEmpty()) {
        return Optional.of(JSON.readValue(json, Task.class));
      }
      JsonNode node = JSON.readTree(json);
      schema.get().faults(node).forEach(fault -> fault(line, fault.field(), fault.message()));
      Integer earlier = lineOfId.putIfAbsent(node.path("id").asText(), line);
      if (earlier != null && node.path("id").isTextual()) {
        fault(
            line,
            "id",
            String.format(
                Locale.ROOT,
                "'%s' is the id of line %d already",
                node.path("id").asText(),
                earlier));
      }
      if (faults.size() == before) {
        return Optional.of(JSON.treeToValue(node, Task.class));
      }
    } catch (JsonProcessingException e) {
      faults.add(malformed(line, e));
    }
    return Optional.empty();
  }

  private TaskFault malformed(int line, JsonProcessingException e) {
    String field =
        e.getProcessor() instanceof JsonParser parser
            ? parser.getParsingContext().pathAsPointer().toString().replaceFirst("^/", "")
            : "";
    String column = e.getLocation() == null ? "" : ", column " + e.getLocation().getColumnNr();
    return new TaskFault(
        name,
        line,
        "%s%s: not valid JSON: %s"
            .formatted(
                column,
                field.isEmpty() ? "" : ", field " + field.replace('/', '.'),
                JsonReason.plain(e.getOriginalMessage()).lines().findFirst().orElse("malformed")));
  }

  private void fault(int line, String field, String message) {
    faults.add(
        new TaskFault(name, line, (field.isEmpty() ? "" : ", field " + field) + ": " + message));
  }
}
