package io.souschef.models.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What a server says when it fails, ready to be shown: one short line without its key. */
public final class ServerWords {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 240;
  private static final int MOST_BYTES = 4_000;

  /** Characters that would do something to a terminal, or make a text look like another. */
  private static final Pattern ACTING =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]");

  private ServerWords() {}

  /** The words in an error's body: OpenAI's, vLLM's, FastAPI's form, or the body itself. */
  public static String of(byte[] body, ServerKey key) {
    String text =
        new String(Arrays.copyOf(body, Math.min(body.length, MOST_BYTES)), StandardCharsets.UTF_8);
    try {
      text = words(JSON.readTree(body), text);
    } catch (JsonProcessingException e) {
      // The text as it came.
    } catch (java.io.IOException e) {
      throw new IllegalStateException("Bytes in memory cannot be read", e);
    }
    String line = shown(key.masked(text));
    return line.isEmpty() ? "it gave no reason" : line;
  }

  private static String words(JsonNode answer, String otherwise) {
    for (String field : new String[] {"error", "message", "detail", "msg"}) {
      JsonNode value = answer.path(field);
      if (value.isArray() && !value.isEmpty()) {
        value = value.get(0);
      }
      if (value.isTextual() && !value.asText().isBlank()) {
        return value.asText();
      }
      if (value.isObject()) {
        String place = value.path("loc").isArray() ? value.path("loc") + ": " : "";
        return place + words(value, value.toString());
      }
    }
    return otherwise;
  }

  /** A text as one line in which nothing acts on a terminal. */
  public static String shown(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    String cut = line.length() > LONGEST ? line.substring(0, LONGEST) + " ..." : line;
    return ACTING
        .matcher(cut)
        .replaceAll(
            found ->
                String.format(java.util.Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
  }
}
