package io.souschef.training.language.corpus;

import io.souschef.training.language.text.EvaluationFilter;
import io.souschef.training.language.text.Lexicon;
import io.souschef.training.language.text.Noun;
import io.souschef.training.language.text.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * What training never sees: some request lines, some nouns, and some nouns together with some
 * verbs. Chosen by the words themselves, so that the choice stays when text is added.
 */
public final class Splits {

  private static final int ONE_IN = 20;

  private final Lexicon lexicon;
  private final List<Request> requests;
  private final EvaluationFilter filter;
  private final SkillWords words;
  private final Set<String> kitchen;

  public Splits(
      Lexicon lexicon, List<Request> requests, EvaluationFilter filter, SkillWords words) {
    this.lexicon = lexicon;
    this.requests = List.copyOf(requests);
    this.filter = filter;
    this.words = words;
    this.kitchen =
        Kitchen.of(lexicon).nouns().stream()
            .map(Noun::singular)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** A part of what training never sees. */
  public enum HeldOut {
    COMBINATIONS,
    PHRASING,
    NOUNS,
    PHRASING_AND_NOUNS;

    /** "phrasing and nouns". */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** One round of training examples; the same seed gives the same. */
  public List<Example> training(int count, long seed) {
    return draw(
        generator(requests.stream().filter(r -> !isHeldOut(r)).toList(), known(), seed),
        count,
        example -> example.traits().stream().noneMatch(this::isHeldOutCombination));
  }

  /** Held-out examples; the same seed gives the same. */
  public List<Example> heldOut(HeldOut split, int count, long seed) {
    boolean newPhrasing = split == HeldOut.PHRASING || split == HeldOut.PHRASING_AND_NOUNS;
    boolean newNouns = split == HeldOut.NOUNS || split == HeldOut.PHRASING_AND_NOUNS;
    List<Request> lines = requests.stream().filter(r -> isHeldOut(r) == newPhrasing).toList();
    CorpusGenerator generator = generator(lines, newNouns ? lexicon : known(), seed);
    return draw(
        generator,
        count,
        example -> {
          if (newNouns) {
            return !example.traits().isEmpty()
                && example.traits().stream().allMatch(trait -> isHeldOutNoun(noun(trait)));
          }
          boolean combination = example.traits().stream().anyMatch(this::isHeldOutCombination);
          return combination == (split == HeldOut.COMBINATIONS);
        });
  }

  private CorpusGenerator generator(List<Request> lines, Lexicon nouns, long seed) {
    return new CorpusGenerator(lines, nouns, filter, words, new SplittableRandom(seed));
  }

  private static List<Example> draw(
      CorpusGenerator generator, int count, Predicate<Example> wanted) {
    List<Example> examples = new ArrayList<>(count);
    while (examples.size() < count) {
      Example example = generator.next();
      if (wanted.test(example)) {
        examples.add(example);
      }
    }
    return examples;
  }

  /** The lexicon without the held-out nouns. */
  private Lexicon known() {
    return lexicon.keep(entry -> !isHeldOutNoun(entry.name()));
  }

  private boolean isHeldOut(Request request) {
    return hash(request.instruction()) % ONE_IN == 0;
  }

  private boolean isHeldOutNoun(String name) {
    return lexicon.noun(name).isPresent() && !kitchen.contains(name) && hash(name) % ONE_IN == 1;
  }

  private boolean isHeldOutCombination(String trait) {
    return hash(trait) % ONE_IN == 2;
  }

  private static String noun(String trait) {
    return trait.substring(trait.indexOf(' ') + 1);
  }

  private static long hash(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
