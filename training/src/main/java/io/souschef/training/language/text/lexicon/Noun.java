package io.souschef.training.language.text.lexicon;

import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.Set;

/**
 * A kind of object.
 *
 * @param singular noun without article: "coke"
 * @param plural "cokes"; equal to the singular for nouns such as "rice chips"
 * @param attributes what is true of it: "drink", "caffeinated"
 * @param aliases other words people use for it: "can of coke"
 */
public record Noun(String singular, String plural, Set<String> attributes, List<String> aliases)
    implements Entry {

  private static final Set<String> STANDING =
      Set.of("can", "bottle", "box", "cup", "dish", "container", "plant", "toy", "openable");

  public Noun {
    attributes = Set.copyOf(attributes);
    aliases = List.copyOf(aliases);
  }

  @Override
  public String name() {
    return singular;
  }

  /** The word a robot has for it. */
  public Vocabulary.Kind kind() {
    return new Vocabulary.Kind(singular, plural, attributes.stream().anyMatch(STANDING::contains));
  }
}
