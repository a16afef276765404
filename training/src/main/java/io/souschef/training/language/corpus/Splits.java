package io.souschef.training.language.corpus;

import io.souschef.training.language.corpus.scene.Kitchen;
import io.souschef.training.language.corpus.wording.Meaning;
import io.souschef.training.language.corpus.wording.SkillWords;
import io.souschef.training.language.text.EvaluationFilter;
import io.souschef.training.language.text.Request;
import io.souschef.training.language.text.Translations;
import io.souschef.training.language.text.lexicon.Lexicon;
import io.souschef.training.language.text.lexicon.Noun;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
  private final Translations translations;
  private final EvaluationFilter filter;
  private final SkillWords words;
  private final Set<String> kitchen;

  public Splits(
      Lexicon lexicon,
      Translations translations,
      List<Request> requests,
      EvaluationFilter filter,
      SkillWords words) {
    this.translations = translations;
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

    boolean hasNewPhrasing() {
      return this == PHRASING || this == PHRASING_AND_NOUNS;
    }

    boolean hasNewNouns() {
      return this == NOUNS || this == PHRASING_AND_NOUNS;
    }

    /** "phrasing and nouns". */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** One round of training examples; the same seed gives the same. */
  public List<Example> training(int count, long seed) {
    return draw(
        generator(requests.stream().filter(r -> !isHeldOut(r)).toList(), known(), seed)::next,
        count,
        example -> example.traits().stream().noneMatch(this::isHeldOutCombination));
  }

  /** Instructions with their meanings to train on; the same seed gives the same. */
  public List<Meaning> trainingMeanings(int count, long seed) {
    MeaningGenerator generator =
        meanings(requests.stream().filter(r -> !isHeldOut(r)).toList(), known(), seed);
    return draw(
        generator::next,
        count,
        meaning -> meaning.traits().stream().noneMatch(this::isHeldOutCombination));
  }

  /** Held-out instructions with their meanings; the same seed gives the same. */
  public List<Meaning> heldOutMeanings(HeldOut split, int count, long seed) {
    boolean newNouns = split.hasNewNouns();
    List<Request> lines =
        requests.stream().filter(r -> isHeldOut(r) == split.hasNewPhrasing()).toList();
    MeaningGenerator generator = meanings(lines, newNouns ? lexicon : known(), seed);
    return draw(generator::next, count, meaning -> belongs(split, meaning.traits()));
  }

  /** Held-out examples; the same seed gives the same. */
  public List<Example> heldOut(HeldOut split, int count, long seed) {
    boolean newNouns = split.hasNewNouns();
    List<Request> lines =
        requests.stream().filter(r -> isHeldOut(r) == split.hasNewPhrasing()).toList();
    CorpusGenerator generator = generator(lines, newNouns ? lexicon : known(), seed);
    return draw(generator::next, count, example -> belongs(split, example.traits()));
  }

  private boolean belongs(HeldOut split, Set<String> traits) {
    if (split.hasNewNouns()) {
      return !traits.isEmpty() && traits.stream().allMatch(trait -> isHeldOutNoun(noun(trait)));
    }
    return traits.stream().anyMatch(this::isHeldOutCombination) == (split == HeldOut.COMBINATIONS);
  }

  private MeaningGenerator meanings(List<Request> lines, Lexicon nouns, long seed) {
    return new MeaningGenerator(lines, nouns, translations, filter, new SplittableRandom(seed));
  }

  private CorpusGenerator generator(List<Request> lines, Lexicon nouns, long seed) {
    return new CorpusGenerator(lines, nouns, filter, words, new SplittableRandom(seed));
  }

  private static <T> List<T> draw(Supplier<T> generator, int count, Predicate<T> wanted) {
    List<T> examples = new ArrayList<>(count);
    while (examples.size() < count) {
      T example = generator.get();
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
