package io.souschef.training.language.corpus;

import io.souschef.training.language.corpus.scene.Kitchen;
import io.souschef.training.language.corpus.wording.Aliases;
import io.souschef.training.language.corpus.wording.Bindings;
import io.souschef.training.language.corpus.wording.Choose;
import io.souschef.training.language.corpus.wording.Coinage;
import io.souschef.training.language.corpus.wording.Composition;
import io.souschef.training.language.corpus.wording.Meaning;
import io.souschef.training.language.corpus.wording.MeaningWords;
import io.souschef.training.language.corpus.wording.Slips;
import io.souschef.training.language.corpus.wording.Speech;
import io.souschef.training.language.corpus.wording.Wording;
import io.souschef.training.language.text.Branch;
import io.souschef.training.language.text.EvaluationFilter;
import io.souschef.training.language.text.Goal;
import io.souschef.training.language.text.Query;
import io.souschef.training.language.text.Reply;
import io.souschef.training.language.text.Request;
import io.souschef.training.language.text.Translations;
import io.souschef.training.language.text.lexicon.Entry;
import io.souschef.training.language.text.lexicon.Lexicon;
import io.souschef.training.language.text.lexicon.Noun;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes instructions with their meaning without end: draws a request, fills its slots, and writes
 * the program that was meant. Used by one thread; the same seed gives the same.
 */
final class MeaningGenerator {

  private static final double KITCHEN = 0.5;
  private static final double COINED = 0.28;
  private static final double JOINED = 0.1;
  private static final double JOINED_AGAIN = 0.3;

  /** Shares of requests of which there are few lines for what there is to learn. */
  private static final double SHARE = 0.07;

  private final List<Request> joinable;
  private final List<List<Request>> pools;
  private final List<Request> requests;
  private final Lexicon kitchen;
  private final Lexicon anywhere;
  private final Translations translations;
  private final EvaluationFilter filter;
  private final RandomGenerator random;
  private final Coinage coinage;
  private final Speech speech;
  private final Slips slips;
  private final Set<String> sharedNames;

  MeaningGenerator(
      List<Request> requests,
      Lexicon lexicon,
      Translations translations,
      EvaluationFilter filter,
      RandomGenerator random) {
    this.requests = requests;
    this.joinable = requests.stream().filter(Composition::isJoinable).toList();
    this.pools =
        List.<Predicate<Request>>of(
                request -> request.program().statements().size() > 2,
                request -> request.program().statements().size() > 4,
                request ->
                    request.program().statements().stream().anyMatch(Branch.class::isInstance),
                request ->
                    request.program().statements().stream().anyMatch(Query.class::isInstance),
                request ->
                    request.program().statements().stream().anyMatch(Reply.class::isInstance),
                request -> request.program().everyGoal().anyMatch(goal -> goal.count() > 1))
            .stream()
            .map(wanted -> requests.stream().filter(wanted).toList())
            .filter(pool -> !pool.isEmpty())
            .toList();
    this.kitchen = Kitchen.of(lexicon);
    this.anywhere = Kitchen.anywhere(lexicon);
    this.translations = translations;
    this.filter = filter;
    this.random = random;
    this.coinage = new Coinage(random);
    this.speech = new Speech(random);
    this.slips = new Slips(random);
    this.sharedNames = sharedNames(anywhere);
  }

  /** The next instruction with its meaning. */
  Meaning next() {
    while (true) {
      Optional<Meaning> meaning = attempt(draw());
      if (meaning.isPresent()) {
        return meaning.get();
      }
    }
  }

  private Request draw() {
    if (joinable.size() > 1 && Choose.chance(JOINED, random)) {
      Request both =
          Composition.join(Choose.one(joinable, random), Choose.one(joinable, random), random);
      return Choose.chance(JOINED_AGAIN, random)
          ? Composition.join(both, Choose.one(joinable, random), random)
          : both;
    }
    int pool = (int) (random.nextDouble() / SHARE);
    return Choose.one(pool < pools.size() ? pools.get(pool) : requests, random);
  }

  /** The meaning of one request; empty when the draw does not fit or must not be used. */
  private Optional<Meaning> attempt(Request request) {
    boolean english = request.language().equals(Request.ENGLISH);
    boolean coined = english && Choose.chance(COINED, random);
    Lexicon lexicon = Choose.chance(KITCHEN, random) ? kitchen : anywhere;
    if (!english) {
      lexicon = anywhere.keep(e -> translations.forms(request.language(), e.name()).isPresent());
    }
    Optional<Bindings> drawn =
        Bindings.draw(request, lexicon, coined ? Optional.of(coinage) : Optional.empty(), random);
    if (drawn.isEmpty()) {
      return Optional.empty();
    }
    Bindings bindings = drawn.get();
    Wording wording = new Wording(bindings, request.language(), translations, random);
    String words = wording.fill(request.instruction());
    Map<String, String> shared = new HashMap<>(wording.names());
    shared.values().retainAll(sharedNames);
    String instruction = coined ? words : slips.vary(english ? speech.vary(words) : words);
    if (filter.matches(instruction)) {
      return Optional.empty();
    }
    return Optional.of(
        new Meaning(
            request.source(),
            instruction,
            MeaningWords.of(request, bindings, shared),
            coined ? Set.of() : traits(request, bindings)));
  }

  /** Words that several entries are called by, and none has for its own name. */
  private static Set<String> sharedNames(Lexicon lexicon) {
    Set<String> once = new HashSet<>();
    Set<String> again = new HashSet<>();
    Stream.<Entry>concat(lexicon.nouns().stream(), lexicon.spots().stream())
        .flatMap(entry -> Aliases.of(entry).stream().distinct())
        .forEach(alias -> (once.add(alias) ? new HashSet<String>() : again).add(alias));
    again.removeIf(name -> lexicon.noun(name).isPresent());
    return again;
  }

  private static Set<String> traits(Request request, Bindings bindings) {
    return request
        .program()
        .everyGoal()
        .flatMap(
            goal ->
                goal.object().flatMap(bindings::noun).map(Noun::singular).stream()
                    .map(noun -> trait(goal, noun)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String trait(Goal goal, String noun) {
    return goal.verb().word() + " " + noun;
  }
}
