package io.souschef.planner.program.script.library;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.SkillTemplate;
import io.souschef.skills.SkillTemplate.ArgumentType;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The skills of a library as functions by their action's names, a user's own among them. Those
 * whose name is a word of the language are called with "skills." before it. Immutable.
 */
public final class SkillFunctions {

  private final SkillLibrary library;
  private final Vocabulary vocabulary;

  public SkillFunctions(SkillLibrary library, Vocabulary vocabulary) {
    this.library = library;
    this.vocabulary = vocabulary;
  }

  /** The template behind a function. */
  public Optional<SkillTemplate> template(String action) {
    return action.equals(GroundedSkill.DONE)
        ? Optional.empty()
        : library.templates().stream().filter(t -> t.action().equals(action)).findFirst();
  }

  /** All names. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>(library.actions());
    names.remove(GroundedSkill.DONE);
    return names;
  }

  /** What a word stands for as an argument: "cokes" is "coke". */
  public Optional<String> resolve(ArgumentType type, String word) {
    List<String> allowed = SkillLibrary.values(type, vocabulary);
    String plain = word.strip().toLowerCase(Locale.ROOT);
    for (String value : allowed) {
      if (value.toLowerCase(Locale.ROOT).equals(plain)) {
        return Optional.of(value);
      }
    }
    return type.isThing()
        ? vocabulary.kinds().stream()
            .filter(k -> k.plural().equals(plain) || k.aliases().contains(plain))
            .map(Vocabulary.Kind::noun)
            .filter(allowed::contains)
            .findFirst()
        : vocabulary.places().stream()
            .filter(p -> p.aliases().contains(plain))
            .map(Place::name)
            .filter(allowed::contains)
            .findFirst();
  }

  /** Why a word cannot be passed for an argument; empty when it can. */
  public Optional<String> problem(SkillTemplate template, String argument, String word) {
    ArgumentType type = type(template, argument);
    return resolve(type, word).isPresent()
        ? Optional.empty()
        : Optional.of(
            "'%s' is no %s that '%s' works with: %s"
                .formatted(
                    word,
                    argument,
                    template.action(),
                    Mend.of(word, SkillLibrary.values(type, vocabulary))));
  }

  /**
   * A skill with its arguments.
   *
   * @param words one for each argument, in order
   * @return empty when a word is not known
   */
  public Optional<GroundedSkill> ground(SkillTemplate template, List<String> words) {
    List<String> names = new ArrayList<>(template.arguments().keySet());
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Optional<String> value = resolve(type(template, names.get(i)), words.get(i));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.put(names.get(i), value.get());
    }
    return Optional.of(SkillLibrary.ground(template, values, vocabulary));
  }

  /** As a program has it: {@code take_out("object", "place")}. */
  public String example(SkillTemplate template) {
    List<String> words = new ArrayList<>();
    template
        .arguments()
        .forEach(
            (name, type) ->
                words.add(
                    SkillLibrary.values(type, vocabulary).stream()
                        .filter(value -> !words.contains("\"" + value + "\""))
                        .findFirst()
                        .map(value -> "\"" + value + "\"")
                        .orElse("\"" + name + "\"")));
    return "%s%s(%s)"
        .formatted(
            Language.function(template.action()).isPresent() ? "skills." : "",
            template.action(),
            String.join(", ", words));
  }

  private static ArgumentType type(SkillTemplate template, String argument) {
    ArgumentType type = template.arguments().get(argument);
    if (type == null) {
      throw new IllegalArgumentException(
          "Skill '%s' has no argument '%s'".formatted(template.action(), argument));
    }
    return type;
  }
}
