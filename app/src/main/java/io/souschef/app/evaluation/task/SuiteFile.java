package io.souschef.app.evaluation.task;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.souschef.skills.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

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
  private final TaskSchema schema = new TaskSchema();

  private SuiteFile(String name) {
    this.name = name;
  }

  static TaskSuite read(String nameOrPath) {
    if (TaskSuite.SHIPPED.contains(nameOrPath)) {
      return parse(nameOrPath, nameOrPath + ".jsonl", resource("suites/" + nameOrPath + ".jsonl"));
    }
    Path file = Path.of(nameOrPath);
    try {
      String fileName = String.valueOf(file.getFileName());
      return parse(fileName.replaceFirst("\\.[^.]*$", ""), file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(
          "There is no suite '%s'; name one of %s, or a file"
              .formatted(nameOrPath, String.join(", ", TaskSuite.SHIPPED)),
          e);
    } catch (IOException e) {
      throw new InvalidInputException(
          "Suite '%s' cannot be read as UTF-8 text: %s".formatted(file, e.getMessage()), e);
    }
  }

  static String resource(String path) {
    try (InputStream in = SuiteFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from the jar; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(path + " in the jar cannot be read", e);
    }
  }

  /**
   * Parses a suite.
   *
   * @param file what messages call it
   */
  static TaskSuite parse(String name, String file, String text) {
    SuiteFile suite = new SuiteFile(file);
    List<Task> tasks = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        tasks.add(suite.task(i + 1, lines.get(i)));
        numbers.add(i + 1);
      }
    }
    if (tasks.isEmpty()) {
      throw new InvalidInputException(
          "Suite '%s' holds no task; write one JSON object a line".formatted(file));
    }
    return new TaskSuite(name, sha256(text), file, tasks, numbers);
  }

  private Task task(int line, String json) {
    JsonNode node;
    try {
      node = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw malformed(line, e);
    }
    schema
        .fault(node)
        .ifPresent(
            fault -> {
              throw error(line, fault.field(), fault.message());
            });
    try {
      Task task = JSON.treeToValue(node, Task.class);
      Integer earlier = lineOfId.putIfAbsent(task.id(), line);
      if (earlier != null) {
        throw error(line, "id", "'%s' is the id of line %d already".formatted(task.id(), earlier));
      }
      return task;
    } catch (JsonProcessingException e) {
      throw malformed(line, e);
    }
  }

  private InvalidInputException malformed(int line, JsonProcessingException e) {
    String field =
        e.getProcessor() instanceof JsonParser parser
            ? parser.getParsingContext().pathAsPointer().toString().replaceFirst("^/", "")
            : "";
    String column = e.getLocation() == null ? "" : ", column " + e.getLocation().getColumnNr();
    return new InvalidInputException(
        "Suite '%s', line %d%s%s: not valid JSON: %s"
            .formatted(
                name,
                line,
                column,
                field.isEmpty() ? "" : ", field " + field.replace('/', '.'),
                e.getOriginalMessage().lines().findFirst().orElse("malformed")),
        e);
  }

  private InvalidInputException error(int line, String field, String message) {
    return new InvalidInputException(
        "Suite '%s', line %d%s: %s"
            .formatted(name, line, field.isEmpty() ? "" : ", field " + field, message));
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
