package io.souschef.app.kitchen;

import io.souschef.models.text.TextEmbedder;
import io.souschef.skills.world.Attributes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Suggests what is true of a thing by its noun: what holds for the nouns of nearest meaning, each
 * weighed by how near it is (k nearest neighbours over sentence embeddings). The constants are
 * those that did best on nouns left out of the lexicon. One thread.
 */
public final class SuggestedAttributes {

  static final int NEIGHBOURS = 12;

  /** By how much nearer a noun counts e times as much, as a cosine. */
  static final double SHARPNESS = 0.2;

  static final double LEAST_SHARE = 0.5;

  /** Below this cosine the nearest noun says nothing. */
  private static final double LEAST_NEAR = 0.4;

  /** A noun with how near it is, as a cosine. */
  private record Near(String noun, double cosine) {}

  private final TextEmbedder embedder;
  private final Map<String, Set<String>> things;
  private final Map<String, float[]> meanings = new LinkedHashMap<>();

  /** Suggestions by a lexicon of a thousand things. */
  public SuggestedAttributes(TextEmbedder embedder) {
    this(embedder, Lexicon.things());
  }

  SuggestedAttributes(TextEmbedder embedder, Map<String, Set<String>> things) {
    this.embedder = embedder;
    this.things = withoutColours(things);
  }

  /** What colour a thing has its file says; its noun does not. */
  private static Map<String, Set<String>> withoutColours(Map<String, Set<String>> things) {
    Map<String, Set<String>> colourless = new LinkedHashMap<>();
    things.forEach(
        (noun, words) -> {
          Set<String> others = new TreeSet<>(words);
          Attributes.COLOURS.forEach(others::remove);
          colourless.put(noun, others);
        });
    return colourless;
  }

  /** Attributes in the order of the alphabet; none where nothing of the kind is known. */
  public List<String> of(String noun) {
    Set<String> known = things.get(noun);
    return known == null ? ofOthers(noun) : known.stream().sorted().toList();
  }

  /** The same as if the noun itself were unknown. */
  List<String> ofOthers(String noun) {
    float[] meaning = embedder.embed(noun);
    // A thousand meanings take seconds: only who asks for an unknown noun waits for them.
    things.keySet().forEach(known -> meanings.computeIfAbsent(known, embedder::embed));
    List<Near> nearest =
        meanings.entrySet().stream()
            .filter(other -> !other.getKey().equals(noun))
            .map(other -> new Near(other.getKey(), cosine(meaning, other.getValue())))
            .sorted(Comparator.comparingDouble(Near::cosine).reversed())
            .limit(NEIGHBOURS)
            .toList();
    if (nearest.isEmpty() || nearest.get(0).cosine() < LEAST_NEAR) {
      return List.of();
    }
    Map<String, Double> shares = new TreeMap<>();
    double all = 0;
    for (Near near : nearest) {
      double weight = Math.exp((near.cosine() - nearest.get(0).cosine()) / SHARPNESS);
      all += weight;
      things
          .getOrDefault(near.noun(), Set.of())
          .forEach(word -> shares.merge(word, weight, Double::sum));
    }
    double least = LEAST_SHARE * all;
    return shares.entrySet().stream()
        .filter(word -> word.getValue() >= least)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
