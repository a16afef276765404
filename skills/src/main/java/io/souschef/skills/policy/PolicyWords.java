package io.souschef.skills.policy;

import io.souschef.skills.SkillLibrary;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.policy.BoundRule.Part;
import io.souschef.skills.text.Suggestion;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the words of a policy mean to a robot: names, aliases and attributes, in any case. */
final class PolicyWords {

  private final Policy policy;
  private final Map<String, Set<String>> kinds = new TreeMap<>();
  private final Map<String, Set<String>> places = new TreeMap<>();
  private final Map<String, Set<String>> actions = new TreeMap<>();

  PolicyWords(Policy policy, SkillLibrary library, Vocabulary vocabulary) {
    this.policy = policy;
    for (Vocabulary.Kind kind : vocabulary.kinds()) {
      note(kinds, kind.noun(), List.of(kind.noun(), kind.plural()));
      note(kinds, kind.noun(), kind.aliases());
      note(kinds, kind.noun(), kind.attributes());
    }
    for (Place place : vocabulary.places()) {
      note(places, place.name(), List.of(place.name()));
      note(places, place.name(), place.aliases());
      note(places, place.name(), place.attributes());
    }
    library.actions().forEach(action -> note(actions, action, List.of(action)));
  }

  private static void note(
      Map<String, Set<String>> meanings, String name, Collection<String> words) {
    words.forEach(word -> meanings.computeIfAbsent(key(word), w -> new HashSet<>()).add(name));
  }

  private static String key(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * A rule in the robot's names.
   *
   * @throws InvalidInputException naming a word that the robot does not know
   */
  BoundRule bind(PolicyRule rule) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    return new BoundRule(
        rule.words(),
        parts,
        names(rule, "things", rule.things(), kinds, Part.THINGS, parts),
        names(rule, "to", rule.to(), places, Part.TO, parts),
        names(rule, "from", rule.from(), places, Part.FROM, parts),
        names(rule, "at", rule.at(), places, Part.AT, parts),
        actions(rule),
        rule.times());
  }

  private Set<String> names(
      PolicyRule rule,
      String field,
      List<String> words,
      Map<String, Set<String>> known,
      Part part,
      Set<Part> parts) {
    if (!words.isEmpty()) {
      parts.add(part);
    }
    return meant(rule, field, words, known);
  }

  private Set<String> actions(PolicyRule rule) {
    return meant(rule, "skills", rule.skills(), actions);
  }

  private Set<String> meant(
      PolicyRule rule, String field, List<String> words, Map<String, Set<String>> known) {
    Set<String> names = new LinkedHashSet<>();
    for (String word : words) {
      Set<String> meant = known.getOrDefault(key(word), Set.of());
      if (meant.isEmpty() && policy.knowsAll()) {
        throw new InvalidInputException(
            "%s, rule '%s', field %s: this robot knows no '%s'%s; mend it, or write 'unknown_words: allow' where the policy is for several robots"
                .formatted(
                    policy.name(),
                    rule.words(),
                    field,
                    word,
                    Suggestion.question(key(word), known.keySet()).replace("?", "")));
      }
      names.add(word); // what nobody knows is still forbidden by that very name
      names.addAll(meant);
    }
    return names;
  }
}
