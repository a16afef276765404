package io.souschef.models.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The token lists that servers echo, each with its ways. */
final class FakeEcho {

  /** What a server does to the tokens. */
  enum Manner {
    PLAIN,
    /** Puts a beginning of text in front. */
    OWN_BEGINNING,
    /** Shows a character without an ASCII form as two replacement characters. */
    REPLACEMENTS,
    /** Shows it as two tokens without text. */
    NOTHING,
    /** Shows it as bytes. */
    BYTES,
    /** Spells blanks as its vocabulary does. */
    RAW,
    /** Loses the first token, and is no wiser. */
    LOSES_ONE
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private FakeEcho() {}

  /** OpenAI's lists. */
  static ObjectNode lists(List<String> tokens, double[] values, Manner manner) {
    ObjectNode logprobs = JSON.createObjectNode();
    ArrayNode texts = logprobs.putArray("tokens");
    ArrayNode numbers = logprobs.putArray("token_logprobs");
    if (manner == Manner.OWN_BEGINNING) {
      texts.add("<|begin_of_text|>");
      numbers.addNull();
    }
    for (int i = manner == Manner.LOSES_ONE ? 1 : 0; i < tokens.size(); i++) {
      boolean first = i == 0 && manner != Manner.OWN_BEGINNING;
      double value = values[i];
      for (String piece : pieces(tokens.get(i), manner)) {
        texts.add(piece);
        if (first) {
          numbers.addNull();
        } else {
          numbers.add(value);
        }
        value = 0;
      }
    }
    return logprobs;
  }

  private static List<String> pieces(String token, Manner manner) {
    if (manner == Manner.RAW) {
      return List.of(token.replace(' ', '\u0120').replace('\n', '\u010a'));
    }
    if (manner == Manner.PLAIN || token.chars().allMatch(character -> character < 0x80)) {
      return List.of(token);
    }
    String between =
        switch (manner) {
          case REPLACEMENTS -> "\ufffd";
          case BYTES -> "<0xE6>";
          default -> "";
        };
    return token
        .codePoints()
        .boxed()
        .flatMap(
            character ->
                character < 0x80
                    ? List.of(Character.toString(character)).stream()
                    : List.of(between, between).stream())
        .toList();
  }
}
