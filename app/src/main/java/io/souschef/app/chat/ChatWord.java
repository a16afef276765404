package io.souschef.app.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be typed beside requests. */
public enum ChatWord {
  HELP("what can be typed here"),
  SCENE("what stands where"),
  WHY("the last decision: what was useful, what was feasible"),
  UNDO("back to before the last request"),
  QUIT("ends the conversation");

  private final String meaning;

  ChatWord(String meaning) {
    this.meaning = meaning;
  }

  String meaning() {
    return meaning;
  }

  /** "/undo". */
  String typed() {
    return "/" + name().toLowerCase(Locale.ROOT);
  }

  static Optional<ChatWord> of(String typed) {
    return Arrays.stream(values())
        .filter(word -> word.typed().equals(typed.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** All of them as they are typed. */
  public static List<String> all() {
    return Arrays.stream(values()).map(ChatWord::typed).toList();
  }
}
