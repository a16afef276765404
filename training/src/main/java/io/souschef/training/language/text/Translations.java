package io.souschef.training.language.text;

import io.souschef.training.language.text.lexicon.TextLine;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Nouns and places in other languages than English, with their articles. Immutable. */
public final class Translations {

  /** The columns of {@code languages.tsv} behind language and English name. */
  private static final int FORMS = 7;

  private final Map<String, Map<String, Forms>> byLanguage;

  /** Takes what is known: the language, the English name, the forms. */
  public Translations(Map<String, Map<String, Forms>> byLanguage) {
    this.byLanguage = Map.copyOf(byLanguage);
  }

  /**
   * How a word is said.
   *
   * @param bare singular without article
   * @param plural plural without article
   * @param indefinite with "a"
   * @param definite with "the"
   * @param there "on the table"; empty for objects
   * @param to "to the table"; empty for objects
   * @param from "from the table"; empty for objects
   */
  public record Forms(
      String bare,
      String plural,
      String indefinite,
      String definite,
      String there,
      String to,
      String from) {

    /** The form that a slot asks for: "", a, the, on, to, from. */
    public String form(String slot, boolean many) {
      return switch (slot) {
        case "a" -> indefinite;
        case "the" -> definite;
        case "on" -> there.isEmpty() ? definite : there;
        case "to" -> to.isEmpty() ? definite : to;
        case "from" -> from.isEmpty() ? definite : from;
        default -> many ? plural : bare;
      };
    }
  }

  /** Reads {@code languages.tsv} where present. */
  public static Translations read(Path folder) {
    Map<String, Map<String, Forms>> all = new HashMap<>();
    for (TextLine line : TextLine.readIfPresent(folder.resolve("languages.tsv"))) {
      String[] forms = new String[FORMS];
      for (int i = 0; i < FORMS; i++) {
        forms[i] = i + 2 < line.fields().size() ? line.fields().get(i + 2).strip() : "";
      }
      if (!Request.LANGUAGES.contains(line.field(0)) || forms[3].isEmpty()) {
        throw line.error(
            "a word needs one of the languages %s and at least four forms"
                .formatted(Request.LANGUAGES));
      }
      all.computeIfAbsent(line.field(0), language -> new HashMap<>())
          .put(
              line.field(1),
              new Forms(forms[0], forms[1], forms[2], forms[3], forms[4], forms[5], forms[6]));
    }
    return new Translations(all);
  }

  /** A word in a language. */
  public Optional<Forms> forms(String language, String name) {
    return Optional.ofNullable(byLanguage.getOrDefault(language, Map.of()).get(name));
  }
}
