package io.souschef.planner.errand;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.belief.Names;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.Act.Verb;
import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Things;
import io.souschef.planner.program.Things.Reference;
import io.souschef.planner.search.Way;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.effect.Thing;
import io.souschef.skills.effect.WorldSketch;
import io.souschef.skills.execution.FailureReason;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An act about things: taking them somewhere, finding, picking up, standing up, moving beside. */
final class ThingErrand implements Errand {

  /** Things that are thought of, one after the other, before the errand is given up. */
  private static final int MOST_TRIED = 60;

  /** Things of different kinds or places between which the cheapest way decides. */
  private static final int COMPARED = 5;

  /** Kinds that are searched for thoroughly before a description is given up. */
  private static final int SEARCHED = 3;

  private static final Set<FailureReason> FINAL =
      Set.of(FailureReason.TOO_HEAVY, FailureReason.TOO_WIDE, FailureReason.NOT_FOUND);

  private final Act act;
  private final Things things;
  private final Ways ways;
  private final Referents referents;
  private final Set<String> done = new HashSet<>();
  private final List<String> doneKinds = new ArrayList<>();
  private final Set<String> searched = new HashSet<>();
  private final List<String> troubles = new ArrayList<>();
  private @Nullable Candidates candidates;
  private @Nullable Thing target;
  private @Nullable String destination;
  private @Nullable String chosenKind;
  private @Nullable Thing beside;
  private boolean asksPlace;
  private int left;
  private boolean closes;

  ThingErrand(Act act, Ways ways, Referents referents) {
    this.act = act;
    this.things = act.things().orElseThrow();
    this.ways = ways;
    this.referents = referents;
  }

  @Override
  public Step next(Belief now) {
    if (candidates == null) {
      candidates = Candidates.of(things, now, referents);
    }
    Candidates meant = candidates;
    left = 0;
    if (things.reference() == Reference.IT
        && now.observation().held().isEmpty()
        && done.isEmpty()) {
      return new Step.Which("What do you mean? My hand is empty.", List.of(), Optional.empty());
    }
    if (meant.kinds().isEmpty()
        && things.reference() != Reference.IT
        && things.reference() != Reference.SAME) {
      return new Step.End(
          false, "I know nothing here that is called '%s'".formatted(things.words()));
    }
    Optional<Step> where = destination(now);
    if (where.isPresent()) {
      return where.get();
    }
    for (int tried = 0; tried < MOST_TRIED; tried++) {
      closes = false;
      if (isEnough(now, meant)) {
        return finish(now);
      }
      Optional<Step> chosen = choose(now, meant);
      if (chosen.isPresent()) {
        return chosen.get();
      }
      Thing thing = target;
      if (thing == null
          && done.isEmpty()
          && !isThereAlready(now, meant)
          && meant.wider(now).isPresent()) {
        meant = meant.wider(now).get();
        candidates = meant;
        continue;
      }
      if (thing == null) {
        return nothingLeft(now, meant);
      }
      Optional<Way> way = way(now, thing);
      if (way.isPresent() && way.get().skills().isEmpty()) {
        achieved(thing);
      } else if (way.isPresent()) {
        left = way.get().skills().size();
        return Ways.first(way.get());
      } else {
        now.memory().hopeless().add(thing.id());
        if (troubles.isEmpty()) {
          troubles.add(
              now.memory().forbidden().stream()
                  .reduce((first, last) -> last)
                  .orElse("there is no way to get at the %s".formatted(thing.kind())));
        }
        target = null;
      }
    }
    return nothingLeft(now, meant);
  }

  /** Finds out where to; a step where that cannot be. */
  private Optional<Step> destination(Belief now) {
    if (destination != null || !isTransport()) {
      return Optional.empty();
    }
    Names names = now.names();
    List<String> places =
        switch (act.verb()) {
          case BRING -> names.person().stream().toList();
          case DISCARD -> bins(now, "trash");
          case RECYCLE -> bins(now, "recycling");
          case COMPOST -> bins(now, "compost");
          default -> names.places(act.place().orElseThrow());
        };
    String words = act.place().map(PlaceWords::words).orElse(act.verb().word() + " bin");
    if (places.isEmpty()) {
      return Optional.of(
          new Step.End(false, "I know no place here that is called '%s'".formatted(words)));
    }
    if (places.size() > 1 && act.place().filter(place -> !place.isAny()).isPresent()) {
      asksPlace = true;
      return Optional.of(
          Errand.which(
              words,
              places,
              Optional.empty(),
              places.stream().min(Comparator.comparingDouble(now.sketch()::distanceTo))));
    }
    WorldSketch sketch = now.sketch();
    Candidates meant = candidates;
    if (act.place().filter(PlaceWords::isAny).isPresent() && meant != null) {
      // "Off the table, anywhere": not where they are.
      places = places.stream().filter(place -> !meant.at().contains(place)).toList();
    }
    if (places.isEmpty()) {
      return Optional.of(new Step.End(false, "I know no other place for the " + things.words()));
    }
    destination = places.stream().min(Comparator.comparingDouble(sketch::distanceTo)).orElseThrow();
    return Optional.empty();
  }

  private static List<String> bins(Belief now, String attribute) {
    List<String> bins = now.names().placesWith(attribute);
    if (!bins.isEmpty()) {
      return bins;
    }
    return now.names().vocabulary().places().stream()
        .filter(place -> place.kind() == Place.Kind.BIN)
        .map(Place::name)
        .toList();
  }

  private boolean isTransport() {
    return switch (act.verb()) {
      case BRING, MOVE, HAVE, DISCARD, RECYCLE, COMPOST -> true;
      default -> false;
    };
  }

  private boolean isEnough(Belief now, Candidates meant) {
    if (act.verb() == Verb.HAVE) {
      String place = destination;
      long there = now.things(meant.kinds()).filter(t -> place != null && t.isAt(place)).count();
      return place != null && now.isLooked(place) && there >= act.amount().count();
    }
    return done.size() >= act.amount().count();
  }

  /** Settles on a target, or says what has to come first. */
  private Optional<Step> choose(Belief now, Candidates meant) {
    Thing before = target;
    if (before != null && !done.contains(before.id())) {
      target = now.sketch().thing(before.id()).orElse(null);
      if (target != null && !now.memory().hopeless().contains(before.id())) {
        return Optional.empty();
      }
    }
    target = null;
    if (act.verb() == Verb.HAVE && destination != null && !now.isLooked(destination)) {
      Optional<Step> look = Looking.next(now, ways, List.of(destination));
      if (look.isPresent()) {
        return look;
      }
    }
    List<Thing> pool = pool(now, meant);
    if (pool.isEmpty()) {
      return search(now, meant);
    }
    if (!act.amount().isAll() && chosenKind == null) {
      Optional<List<String>> unclear = meant.unclear(pool);
      if (unclear.isPresent()) {
        return Optional.of(
            Errand.which(things.words(), unclear.get(), Optional.empty(), Optional.empty()));
      }
    }
    if (act.verb() == Verb.NEAR) {
      Optional<Step> other = neighbour(now);
      if (other.isPresent()) {
        return other;
      }
    }
    target = cheapest(now, pool);
    if (target != null) {
      referents.speakOf(target);
    }
    return Optional.empty();
  }

  private List<Thing> pool(Belief now, Candidates meant) {
    boolean again = things.reference() == Reference.SAME || things.reference() == Reference.IT;
    List<Thing> pool =
        meant.known(now, referents).stream()
            .filter(thing -> !done.contains(thing.id()))
            .filter(thing -> again || !referents.placed().contains(thing.id()))
            .filter(thing -> chosenKind == null || thing.kind().equals(chosenKind))
            .filter(thing -> !act.amount().different() || !doneKinds.contains(thing.kind()))
            .filter(thing -> destination == null || !thing.isAt(destination))
            .filter(thing -> isTakable(now, thing, meant))
            .filter(
                thing ->
                    !act.other().isPresent() || beside == null || !beside.id().equals(thing.id()))
            .toList();
    return switch (act.verb()) {
      case UPRIGHT -> firstThose(pool, thing -> !thing.upright());
      case KNOCK -> firstThose(pool, Thing::upright);
      default -> pool;
    };
  }

  private static List<Thing> firstThose(List<Thing> pool, Predicate<Thing> preferred) {
    List<Thing> some = pool.stream().filter(preferred).toList();
    return some.isEmpty() ? pool : some;
  }

  /** What lies in a bin stays there, unless somebody says that it is there. */
  private static boolean isTakable(Belief now, Thing thing, Candidates meant) {
    return !meant.at().isEmpty()
        || thing
            .place()
            .flatMap(now.names().vocabulary()::place)
            .filter(place -> place.kind() == Place.Kind.BIN)
            .isEmpty();
  }

  private Optional<Step> search(Belief now, Candidates meant) {
    if (things.reference() == Reference.IT) {
      return Optional.empty();
    }
    boolean some = !done.isEmpty() || isThereAlready(now, meant);
    if (some && !act.amount().isAll() && act.amount().count() == 1) {
      return Optional.empty();
    }
    if (isForbidden(now, meant)) {
      return Optional.empty();
    }
    List<String> places = meant.unlooked(now);
    if (act.amount().isAll() && meant.at().isEmpty()) {
      // "All" is what can be seen without opening every door, unless nothing was found yet.
      List<String> open = places.stream().filter(now.sketch()::isOpen).toList();
      places = some || !open.isEmpty() ? open : places;
    }
    Optional<Step> look = Looking.next(now, ways, places);
    return look.isPresent() || some || act.amount().isAll() ? look : thorough(now, meant);
  }

  /** Whether the robot's guard would not let it be done even if the thing were found. */
  private boolean isForbidden(Belief now, Candidates meant) {
    if (!ways.isGuarded()) {
      return false;
    }
    Set<String> rules = new LinkedHashSet<>();
    for (Imagined imagined : Imagined.of(now, meant.kinds()).toList()) {
      Optional<Way> way = way(imagined.belief(), imagined.thing());
      Set<String> met = imagined.belief().memory().forbidden();
      if (way.filter(w -> !w.skills().isEmpty()).isPresent() || (way.isEmpty() && met.isEmpty())) {
        return false;
      }
      rules.addAll(met);
    }
    now.memory().forbidden().addAll(rules);
    troubles.addAll(rules);
    return !rules.isEmpty();
  }

  /** A glance at each place misses what stands behind others: the robot's own search does not. */
  private Optional<Step> thorough(Belief now, Candidates meant) {
    return meant.kinds().stream()
        .limit(SEARCHED)
        .filter(searched::add)
        .flatMap(kind -> ways.searching(now, kind).stream())
        .findFirst();
  }

  private boolean isThereAlready(Belief now, Candidates meant) {
    String place = destination;
    return place != null && now.things(meant.kinds()).anyMatch(thing -> thing.isAt(place));
  }

  private Optional<Step> neighbour(Belief now) {
    if (beside != null && now.sketch().thing(beside.id()).isPresent()) {
      return Optional.empty();
    }
    Candidates others = Candidates.of(act.other().orElseThrow(), now, referents);
    if (others.kinds().isEmpty()) {
      return Optional.of(
          new Step.End(
              false, "I know nothing here that is called '%s'".formatted(others.things().words())));
    }
    List<Thing> known = others.known(now, referents);
    if (known.isEmpty()) {
      return Optional.of(
          Looking.next(now, ways, others.unlooked(now))
              .orElseGet(
                  () -> new Step.End(false, "I saw no %s".formatted(others.things().words()))));
    }
    beside = known.get(0);
    return Optional.empty();
  }

  private @Nullable Thing cheapest(Belief now, List<Thing> pool) {
    Optional<String> held = now.observation().held().map(h -> h.id());
    for (Thing thing : pool) {
      if (held.filter(thing.id()::equals).isPresent()) {
        return thing;
      }
    }
    Thing best = null;
    double least = Double.MAX_VALUE;
    Set<String> tried = new HashSet<>();
    for (Thing thing : pool) {
      if (thing.fit() != Thing.Fit.FITS && act.verb() != Verb.FIND && pool.size() > 1) {
        continue;
      }
      if (tried.size() < COMPARED && tried.add(thing.kind() + "@" + thing.where())) {
        double seconds = way(now, thing).map(Way::seconds).orElse(Double.MAX_VALUE / 2);
        if (seconds < least) {
          least = seconds;
          best = thing;
        }
      }
    }
    return best == null ? pool.get(0) : best;
  }

  private Optional<Way> way(Belief now, Thing thing) {
    String id = thing.id();
    List<String> kinds = new ArrayList<>(List.of(thing.kind()));
    List<String> places = new ArrayList<>(thing.place().stream().toList());
    if (destination != null) {
      places.add(destination);
    }
    Thing other = beside;
    if (other != null) {
      kinds.add(other.kind());
      other.place().ifPresent(places::add);
    }
    String to = destination;
    return ways.to(
        now,
        kinds,
        places,
        world ->
            switch (act.verb()) {
              case PICK -> world.held().filter(held -> held.id().equals(id)).isPresent();
              case RELEASE -> world.held().isEmpty();
              case FIND -> world.thing(id).filter(world::isHere).isPresent();
              case UPRIGHT ->
                  world.held().isEmpty() && world.thing(id).filter(Thing::upright).isPresent();
              case KNOCK -> world.thing(id).filter(t -> !t.upright()).isPresent();
              case NEAR ->
                  other != null
                      && world.held().isEmpty()
                      && world.thing(id).filter(t -> isPutNear(world, t, other)).isPresent();
              default -> to != null && world.thing(id).filter(t -> t.isAt(to)).isPresent();
            });
  }

  /** Whether one thing was put beside another that stayed where it was. */
  private static boolean isPutNear(WorldSketch world, Thing thing, Thing other) {
    return world
        .thing(other.id())
        .filter(o -> !o.delivered() && world.isNear(thing, o))
        .isPresent();
  }

  private void achieved(Thing thing) {
    done.add(thing.id());
    doneKinds.add(thing.kind());
    if (isTransport()) {
      referents.place(thing);
    } else {
      referents.speakOf(thing);
    }
    target = null;
  }

  /** Shuts what was opened to put things in, then ends. */
  private Step finish(Belief now) {
    Optional<Step> shut = Looking.shut(now, ways, List.of());
    if (shut.isPresent() && isTransport() && shut.get() instanceof Step.Go) {
      closes = true;
      return shut.get();
    }
    return new Step.End(true, "%s: done".formatted(words()));
  }

  private Step nothingLeft(Belief now, Candidates meant) {
    boolean some = !done.isEmpty() || isThereAlready(now, meant);
    if (some && (act.amount().isAll() || act.amount().count() == 1)) {
      return finish(now);
    }
    String trouble = troubles.isEmpty() ? "" : ": " + troubles.get(troubles.size() - 1);
    if (!done.isEmpty()) {
      return new Step.End(
          false,
          "I found only %s of %s %s%s"
              .formatted(done.size(), act.amount().count(), things.words(), trouble));
    }
    if (act.amount().isAll() && troubles.isEmpty()) {
      return new Step.End(true, "There is no %s left to see to".formatted(things.words()));
    }
    return new Step.End(
        false,
        troubles.isEmpty()
            ? "I looked %s and saw no %s".formatted(lookedAt(now, meant), things.words())
            : "I could not %s the %s%s".formatted(act.verb().word(), things.words(), trouble));
  }

  private static String lookedAt(Belief now, Candidates meant) {
    return meant.at().isEmpty() || meant.things().notAt()
        ? "everywhere"
        : meant.at().stream()
            .flatMap(name -> now.names().vocabulary().place(name).stream())
            .map(Place::where)
            .reduce((a, b) -> a + " and " + b)
            .orElse("everywhere");
  }

  private String words() {
    return act.verb().word() + " " + things.words();
  }

  @Override
  public void happened(GroundedSkill skill, SkillResult result, Belief now) {
    Thing thing = target;
    if (result.succeeded()) {
      if (left == 1 && thing != null && !closes) {
        achieved(thing);
      }
    } else if (thing != null && result instanceof SkillResult.Failed failed) {
      troubles.add(failed.message());
      boolean aboutIt = skill.object().filter(thing.kind()::equals).isPresent();
      if (aboutIt && (FINAL.contains(failed.reason()) || now.memory().failures(skill) > 1)) {
        now.memory().hopeless().add(thing.id());
        target = null;
      }
    }
    left = 0;
    Looking.note(now, result);
  }

  @Override
  public void answered(String option) {
    if (asksPlace) {
      destination = option;
      asksPlace = false;
    } else {
      chosenKind = option;
    }
  }
}
