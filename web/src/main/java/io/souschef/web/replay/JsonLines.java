package io.souschef.web.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.BoundedStream;
import io.souschef.skills.file.IoReason;
import io.souschef.skills.file.JsonReason;
import io.souschef.skills.file.PlainFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads a file of JSON objects, one a line. It may be anybody's: what never ends, is packed to
 * grow, or has a line of any length is refused before it fills the memory.
 *
 * @param what what the file should be, as a sentence begins: "Trace"
 * @param file where it is; one that ends in {@code .gz} is unpacked
 */
record JsonLines(String what, Path file) {

  private static final ObjectReader WHOLE =
      SceneJson.JSON.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final int MOST_LINES = 500_000;
  private static final int LONGEST_LINE = 4_000_000;

  /** Of the text, unpacked. */
  private static final long MOST_BYTES = 256L << 20;

  /**
   * The objects.
   *
   * @throws InvalidInputException naming file and line when it is missing or malformed
   */
  List<ObjectNode> read() {
    List<ObjectNode> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    try (Reader reader = open()) {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (c == '\n') {
          lines.add(parse(lines.size() + 1, line.toString()));
          line.setLength(0);
        } else if (line.append((char) c).length() > LONGEST_LINE || lines.size() >= MOST_LINES) {
          throw new InvalidInputException(
              "%s '%s' is too long at line %s; is it the right file?"
                  .formatted(what, file, lines.size() + 1));
        }
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s '%s' cannot be read (%s); name a trace.jsonl or a folder with one"
              .formatted(what, file, IoReason.of(e)),
          e);
    }
    if (!line.isEmpty()) {
      lines.add(parse(lines.size() + 1, line.toString()));
    }
    return lines;
  }

  private Reader open() throws IOException {
    InputStream stream = new PlainFile(what, file).open();
    try {
      InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
      return new BufferedReader(
          new InputStreamReader(
              new BoundedStream(plain, MOST_BYTES), StandardCharsets.UTF_8.newDecoder()));
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  private ObjectNode parse(int number, String line) {
    String why = "";
    try {
      if (WHOLE.readTree(line) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      why = " (%s)".formatted(JsonReason.what(e));
    }
    throw new InvalidInputException(
        "%s '%s', line %s is not a JSON object%s".formatted(what, file, number, why));
  }
}
