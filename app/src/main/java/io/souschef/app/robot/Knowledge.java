package io.souschef.app.robot;

import io.souschef.planner.belief.Names;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.program.PlaceWords;
import io.souschef.ros.event.Printable;
import io.souschef.skills.text.Article;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Vocabulary;
import io.souschef.skills.world.Vocabulary.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a robot believes, in plain words, by what it observed last. How long ago goes by this
 * machine's clock since then. Thread-safe.
 */
final class Knowledge implements Consumer<EpisodeEvent> {

  /** Longest that is looked up, characters. */
  private static final int LONGEST = 100;

  private static final Pattern ARTICLE =
      Pattern.compile("^(a|an|the|any|some)\\s+", Pattern.CASE_INSENSITIVE);

  private record Seen(Observation observation, long nanos) {}

  /**
   * What is known.
   *
   * @param known whether anything is
   * @param sentences in plain words, at least one
   */
  record Known(boolean known, List<String> sentences) {}

  private final Names names;
  private final LongSupplier nanos;
  private volatile Optional<Seen> last = Optional.empty();

  Knowledge(Vocabulary vocabulary, LongSupplier nanos) {
    names = new Names(vocabulary);
    this.nanos = nanos;
  }

  @Override
  public void accept(EpisodeEvent event) {
    if (event instanceof EpisodeEvent.Observed observed) {
      last = Optional.of(new Seen(observed.observation(), nanos.getAsLong()));
    }
  }

  private static Known nothing(String sentence) {
    return new Known(false, List.of(sentence));
  }

  /**
   * What is known of something.
   *
   * @param about a thing, a place, or empty for everything
   */
  Known about(String about) {
    String words = ARTICLE.matcher(about.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
    if (words.length() > LONGEST) {
      return nothing(
          "name a thing or a place in at most %s characters, not %s"
              .formatted(LONGEST, words.length()));
    }
    Optional<Seen> seen = last;
    if (seen.isEmpty()) {
      return nothing("nothing is known yet: no task has made the robot look");
    }
    if (words.isEmpty()) {
      return known(seen.get(), kind -> true, place -> true, "nothing was seen yet");
    }
    List<String> places = names.places(PlaceWords.named(words));
    List<String> kinds = names.kinds(words);
    if (places.isEmpty() && kinds.isEmpty()) {
      return nothing("the robot has no word for '%s'".formatted(Printable.of(words)));
    }
    return known(
        seen.get(), kinds::contains, places::contains, "no %s was seen yet".formatted(words));
  }

  private Known known(
      Seen seen, Predicate<String> kinds, Predicate<String> places, String otherwise) {
    Observation observation = seen.observation();
    double nowS = observation.timeS() + (nanos.getAsLong() - seen.nanos()) / 1e9;
    List<String> sentences = new ArrayList<>();
    observation
        .held()
        .map(ObservedObject::kind)
        .filter(kinds)
        .ifPresent(kind -> sentences.add(one(kind) + " in its hand"));
    observation.objects().stream()
        .filter(thing -> kinds.test(thing.kind()) || thing.place().filter(places).isPresent())
        .forEach(
            thing ->
                sentences.add(
                    "%s%s, seen %s ago"
                        .formatted(
                            one(thing.kind()),
                            where(thing, observation),
                            seconds(nowS - thing.lastSeenS()))));
    observation.places().stream()
        .filter(state -> places.test(state.place().name()))
        .flatMap(state -> looked(state, nowS).stream())
        .forEach(sentences::add);
    return sentences.isEmpty() ? nothing(otherwise) : new Known(true, List.copyOf(sentences));
  }

  private static String where(ObservedObject thing, Observation observation) {
    return thing
        .place()
        .flatMap(observation::place)
        .map(PlaceState::place)
        .map(Place::where)
        .map(where -> " " + where)
        .orElse("");
  }

  /** What is known of a place that the robot has looked at. */
  private static Optional<String> looked(PlaceState state, double nowS) {
    if (state.lastLookedS().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "%s%s, looked at %s ago"
            .formatted(
                state.place().named(),
                state.open().map(open -> open ? " is open" : " is closed").orElse(""),
                seconds(nowS - state.lastLookedS().getAsDouble())));
  }

  /** "a coke", "some rice chips". */
  private String one(String noun) {
    return names.vocabulary().kind(noun).map(Kind::indefinite).orElseGet(() -> Article.with(noun));
  }

  private static String seconds(double time) {
    return Math.round(Math.max(0, time)) + " s";
  }
}
