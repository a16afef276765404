package io.souschef.models.server.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.models.server.http.LogProbability;
import io.souschef.models.server.http.RetriableException;
import io.souschef.models.server.http.ServerWords;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that came back from a server as tokens with log-probabilities, and which of them belong to
 * the continuation.
 *
 * <p>Servers add tokens of their own at the front (a beginning of text), drop a first blank, and
 * show the pieces of a character without an ASCII form as replacement characters, as nothing, or as
 * bytes. So the tokens are laid along the text by its ASCII characters, which come back as they
 * are: every one has to be found, in order, or the answer is refused. Where prompt and continuation
 * meet there is ASCII on both sides, so the sum is exact whatever happened to the other characters.
 */
final class EchoedTokens {

  /** Tokens that a server may put before a text: a beginning of text, perhaps a blank. */
  private static final int MOST_OWN = 3;

  /** ASCII characters of a first token that is not told, at most. */
  private static final int LONGEST_TOKEN = 128;

  private static final Pattern BYTE = Pattern.compile("<0x([0-9A-Fa-f]{2})>");
  private static final Pattern ESCAPED_BYTE = Pattern.compile("\\\\x[0-9a-fA-F]{2}");
  private static final String ESCAPED = "bytes:";

  private final List<String> texts = new ArrayList<>();
  private final List<JsonNode> values = new ArrayList<>();
  private int unknown;

  /** Says that the first token came without text and log-probability, as vLLM's does. */
  void addUnknownFirst() {
    unknown = LONGEST_TOKEN;
  }

  /**
   * Adds the next token.
   *
   * @param text as the server shows it
   * @param value its log-probability; anything where there is none
   */
  void add(String text, JsonNode value) {
    texts.add(text);
    values.add(value);
  }

  /**
   * ln p(continuation | prompt). Tokens after the continuation are left out.
   *
   * @throws RetriableException when these are not the tokens of the text, or one reaches from the
   *     prompt into the continuation
   */
  double score(String prompt, String continuation) throws RetriableException {
    check(prompt, continuation);
    String wanted = ascii(prompt + continuation);
    int from = ascii(prompt).length();
    int reached = 0;
    for (boolean raw : new boolean[] {false, true}) {
      for (int own = 0; own <= Math.min(MOST_OWN, texts.size()); own++) {
        for (int gap = 0; gap <= Math.min(unknown, from); gap++) {
          int end = along(wanted, gap, own, raw);
          if (end == wanted.length()) {
            return sum(wanted, from, gap, own, raw);
          }
          reached = Math.max(reached, end);
        }
      }
    }
    throw malformed(
        "only the first %s of %s characters came back: the server ignores echo, or changes the text"
            .formatted(reached, wanted.length()));
  }

  private static void check(String prompt, String continuation) throws RetriableException {
    if (prompt.isEmpty()
        || continuation.isEmpty()
        || prompt.charAt(prompt.length() - 1) > 0x7f
        || continuation.charAt(0) > 0x7f
        || continuation.charAt(continuation.length() - 1) > 0x7f) {
      throw malformed(
          "where '%s' begins and ends cannot be told".formatted(ServerWords.shown(continuation)));
    }
  }

  /** How many of the wanted characters the tokens after the server's own give. */
  private int along(String wanted, int gap, int own, boolean raw) {
    int at = gap;
    for (int i = own; i < texts.size() && at < wanted.length(); i++) {
      String text = characters(i, raw, i == own && !wanted.startsWith(" ", at));
      if (!wanted.startsWith(text, at)) {
        return at;
      }
      at += text.length();
    }
    return at;
  }

  private double sum(String wanted, int from, int gap, int own, boolean raw)
      throws RetriableException {
    int at = gap;
    double sum = 0;
    for (int i = own; i < texts.size() && at < wanted.length(); i++) {
      int end = at + characters(i, raw, i == own && !wanted.startsWith(" ", at)).length();
      if (at < from && end > from) {
        throw malformed("a token reaches from the prompt into the continuation");
      }
      if (at == from && end == from) {
        throw malformed("a token without text stands before the continuation");
      }
      if (at >= from) {
        sum += LogProbability.of(values.get(i));
      }
      at = end;
    }
    return sum;
  }

  /** The ASCII characters that a token stands for, perhaps without a blank that was added. */
  private String characters(int index, boolean raw, boolean withoutBlank) {
    String text = texts.get(index);
    Matcher single = BYTE.matcher(text);
    if (single.matches()) {
      int value = Integer.parseInt(single.group(1), 16);
      return value < 0x80 ? String.valueOf((char) value) : "";
    }
    if (text.startsWith(ESCAPED)) {
      return ascii(ESCAPED_BYTE.matcher(text.substring(ESCAPED.length())).replaceAll(""));
    }
    if (raw) {
      // As the vocabulary spells them: GPT-2's and SentencePiece's blank, GPT-2's line end.
      text = text.replace('\u0120', ' ').replace('\u2581', ' ').replace('\u010a', '\n');
    }
    String plain = ascii(text);
    return withoutBlank && plain.startsWith(" ") ? plain.substring(1) : plain;
  }

  private static String ascii(String text) {
    return text.codePoints()
        .filter(character -> character < 0x80)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static RetriableException malformed(String what) {
    return RetriableException.nonsense("its echo is malformed: " + what);
  }
}
