package io.souschef.training.language.corpus.wording;

import io.souschef.skills.text.Article;
import io.souschef.training.language.text.Request;
import io.souschef.training.language.text.Translations;
import io.souschef.training.language.text.lexicon.Entry;
import io.souschef.training.language.text.lexicon.Noun;
import io.souschef.training.language.text.lexicon.Spot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/** Fills the slots of an instruction the way people say it, aliases included. */
public final class Wording {

  private static final double ALIAS = 0.3;

  private final Bindings bindings;
  private final RandomGenerator random;
  private final Map<String, String> names = new HashMap<>();
  private final String language;
  private final Translations translations;

  /** Fills slots of English instructions. */
  public Wording(Bindings bindings, RandomGenerator random) {
    this(bindings, Request.ENGLISH, new Translations(Map.of()), random);
  }

  /** Fills slots in a language. */
  public Wording(
      Bindings bindings, String language, Translations translations, RandomGenerator random) {
    this.bindings = bindings;
    this.random = random;
    this.language = language;
    this.translations = translations;
  }

  /** What the variables were called, once an instruction is filled. */
  public Map<String, String> names() {
    return names;
  }

  public String fill(String instruction) {
    return Request.SLOT
        .matcher(instruction)
        .replaceAll(slot -> Matcher.quoteReplacement(words(slot)));
  }

  private String words(MatchResult slot) {
    String form = slot.group(1) == null ? "" : slot.group(1);
    String variable = slot.group(2) + slot.group(3);
    boolean plural = !slot.group(4).isEmpty();
    Optional<String> said = bindings.variable(variable).said();
    if (said.isPresent()) {
      return form.isEmpty() ? said.get() : "the " + said.get();
    }
    Entry entry = bindings.entry(variable).orElseThrow();
    if (!language.equals(Request.ENGLISH)) {
      return translations
          .forms(language, entry.name())
          .map(forms -> forms.form(form, plural))
          .orElse(entry.name());
    }
    String name = names.computeIfAbsent(variable, v -> name(entry));
    if (plural && entry instanceof Noun noun) {
      return name.equals(noun.singular()) ? noun.plural() : plural(name);
    }
    return switch (form) {
      case "" -> name;
      case "the" -> withArticle(name, "the ");
      case "a" -> indefinite(name, entry);
      case "from", "to" -> form + " " + withArticle(name, "the ");
      default ->
          (entry instanceof Spot spot ? spot.preposition() : "by")
              + " "
              + withArticle(name, "the ");
    };
  }

  private String name(Entry entry) {
    List<String> aliases = Aliases.of(entry);
    return !aliases.isEmpty() && Choose.chance(ALIAS, random)
        ? Choose.one(aliases, random)
        : entry.name();
  }

  private static String withArticle(String name, String article) {
    return name.equals("me") ? name : article + name;
  }

  private static String plural(String name) {
    int of = name.indexOf(" of ");
    if (of > 0) {
      return plural(name.substring(0, of)) + name.substring(of);
    }
    if (name.endsWith("s")) {
      return name;
    }
    return name + "s";
  }

  private static String indefinite(String name, Entry entry) {
    if (entry instanceof Noun noun
        && name.equals(noun.singular())
        && noun.singular().equals(noun.plural())) {
      return "some " + name;
    }
    return Article.with(name);
  }
}
