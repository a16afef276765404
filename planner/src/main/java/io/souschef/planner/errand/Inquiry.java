package io.souschef.planner.errand;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Query;
import io.souschef.planner.program.Things;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finding out about things: where to look until the answer is known, and then what it is. Used by
 * one thread.
 */
public final class Inquiry {

  /** How much must be known. */
  public enum Depth {
    /** One that fits is enough. */
    ONE,
    /** All there is where it may be. */
    ALL
  }

  private final Things things;
  private final Depth depth;
  private final Ways ways;
  private final Referents referents;

  public Inquiry(Things things, Depth depth, Ways ways, Referents referents) {
    this.things = things;
    this.depth = depth;
    this.ways = ways;
    this.referents = referents;
  }

  /** The next skill of looking; empty when enough is known. */
  public Optional<Step> next(Belief now) {
    Candidates meant = Candidates.of(things, now, referents);
    if (meant.kinds().isEmpty() || (depth == Depth.ONE && !found(now).isEmpty())) {
      return Looking.shut(now, ways, List.of());
    }
    return Looking.next(now, ways, meant.unlooked(now));
  }

  /** Remembers what was looked at. */
  public void happened(SkillResult result, Belief now) {
    Looking.note(now, result);
  }

  /** Known things that are meant. */
  public List<Thing> found(Belief now) {
    return Candidates.of(things, now, referents).known(now, referents);
  }

  /** Whether the robot has a word for what is meant. */
  public boolean isKnownWord(Belief now) {
    return !Candidates.of(things, now, referents).kinds().isEmpty();
  }

  /** The answer to a question in a sentence. */
  public String answer(Query.Asked asked, Belief now) {
    if (!isKnownWord(now)) {
      return "I know nothing here that is called '%s'.".formatted(things.words());
    }
    List<Thing> found = found(now);
    String where = things.at().map(PlaceWords::words).map(w -> " there").orElse("");
    if (found.isEmpty()) {
      return "I see no %s%s.".formatted(things.words(), where);
    }
    return switch (asked) {
      case WHERE ->
          found.stream()
              .map(thing -> "the %s is %s".formatted(thing.kind(), place(thing, now)))
              .distinct()
              .collect(Collectors.joining(", ", "", "."));
      case COUNT ->
          "There %s %s%s.".formatted(found.size() == 1 ? "is" : "are", list(found, now), where);
      case WHETHER -> "Yes: %s, %s.".formatted(list(found, now), place(found.get(0), now));
      default ->
          "There %s %s%s.".formatted(found.size() == 1 ? "is" : "are", list(found, now), where);
    };
  }

  private static String place(Thing thing, Belief now) {
    return thing
        .place()
        .flatMap(now.names().vocabulary()::place)
        .map(Place::where)
        .orElse(now.held().filter(thing.id()::equals).isPresent() ? "in my hand" : "on the floor");
  }

  /** "2 cokes and 1 milk carton". */
  private static String list(List<Thing> found, Belief now) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    found.forEach(thing -> counts.merge(thing.kind(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (kind, count) ->
            parts.add(
                count
                    + " "
                    + (count == 1
                        ? kind
                        : now.names().vocabulary().kind(kind).map(Kind::plural).orElse(kind))));
    String last = parts.remove(parts.size() - 1);
    return parts.isEmpty() ? last : String.join(", ", parts) + " and " + last;
  }
}
