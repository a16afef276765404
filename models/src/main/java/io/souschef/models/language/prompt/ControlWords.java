package io.souschef.models.language.prompt;

import java.util.regex.Pattern;

/**
 * What spells a control token: {@code <|im_end|>}, {@code </s>}, {@code <think>}, {@code [INST]}.
 * Servers see text, and do not tell what an instruction spelled from what a template put there.
 */
public final class ControlWords {

  private static final Pattern BEGINNING =
      Pattern.compile("[<\\uff1c\\u276c](?=[|\\uff5c/]?[\\w\\u2581])|\\[(?=/?[A-Z_]{2,}[\\]\\d])");

  private ControlWords() {}

  /** A text in which each of them is taken apart by a blank, so that it is text for any server. */
  public static String apart(String text) {
    return BEGINNING.matcher(text).replaceAll("$0 ");
  }
}
