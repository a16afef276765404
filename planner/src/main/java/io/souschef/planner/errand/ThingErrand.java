package io.souschef.planner.errand;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.Act.Verb;
import io.souschef.planner.program.Things;
import io.souschef.planner.program.Things.Reference;
import io.souschef.planner.search.Wanted;
import io.souschef.planner.search.Way;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An act about things: taking them somewhere, finding, picking up, standing up, moving beside. */
final class ThingErrand implements Errand {

  /** Things that are thought of, one after the other, before the errand is given up. */
  private static final int MOST_TRIED = 60;

  /** Kinds that are searched for thoroughly before a description is given up. */
  private static final int SEARCHED = 3;

  private static final Set<FailureReason.Sort> FINAL =
      Set.of(FailureReason.Sort.UNFIT, FailureReason.Sort.ABSENT);

  private final Act act;
  private final Things things;
  private final Ways ways;
  private final Referents referents;
  private final Destination destination;
  private final Choice choice;
  private final Neighbour beside;
  private final Set<String> searched = new HashSet<>();
  private final List<String> troubles = new ArrayList<>();
  private @Nullable Candidates candidates;
  private @Nullable Thing target;
  private int left;
  private boolean closes;

  ThingErrand(Act act, Ways ways, Referents referents) {
    this.act = act;
    this.things = act.things().orElseThrow();
    this.ways = ways;
    this.referents = referents;
    this.destination = new Destination(act);
    this.choice = new Choice(act, referents);
    this.beside = new Neighbour(act, ways, referents);
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
        && choice.done() == 0) {
      return new Step.Which("What do you mean? My hand is empty.", List.of(), Optional.empty());
    }
    if (meant.kinds().isEmpty()
        && things.reference() != Reference.IT
        && things.reference() != Reference.SAME) {
      return new Step.End(
          false, "I know nothing here that is called '%s'".formatted(things.words()));
    }
    Optional<Step> where = destination.settle(now, meant);
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
          && choice.done() == 0
          && destination.count(now, meant) == 0
          && meant.wider(now).isPresent()) {
        meant = meant.wider(now).get();
        candidates = meant;
        continue;
      }
      if (thing == null && choice.admitDoubtful()) {
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

  private boolean isEnough(Belief now, Candidates meant) {
    return act.verb() == Verb.HAVE
        ? destination.place().filter(now::isLooked).isPresent()
            && destination.count(now, meant) >= act.amount().count()
        : choice.done() >= act.amount().count();
  }

  /** Settles on a target, or says what has to come first. */
  private Optional<Step> choose(Belief now, Candidates meant) {
    Thing before = target;
    if (before != null && !choice.isDone(before)) {
      target = now.sketch().thing(before.id()).orElse(null);
      if (target != null && !now.memory().hopeless().contains(before.id())) {
        return Optional.empty();
      }
    }
    target = null;
    Optional<String> place = destination.place();
    if (act.verb() == Verb.HAVE && place.isPresent() && !now.isLooked(place.get())) {
      Optional<Step> look = Looking.next(now, ways, List.of(place.get()));
      if (look.isPresent()) {
        return look;
      }
    }
    List<Thing> pool = choice.pool(now, meant, place, beside.thing());
    if (pool.isEmpty()) {
      return search(now, meant);
    }
    Optional<List<String>> unclear = choice.unclear(meant, pool);
    if (unclear.isPresent()) {
      return Optional.of(
          Errand.which(things.words(), unclear.get(), Optional.empty(), Optional.empty()));
    }
    Optional<Step> other = beside.settle(now);
    if (other.isPresent()) {
      return other;
    }
    Thing next = choice.cheapest(now, pool, thing -> seconds(now, thing));
    referents.speakOf(next);
    target = next;
    return Optional.empty();
  }

  private double seconds(Belief now, Thing thing) {
    return way(now, thing).map(Way::seconds).orElse(Double.MAX_VALUE / 2);
  }

  private Optional<Step> search(Belief now, Candidates meant) {
    if (things.reference() == Reference.IT) {
      return Optional.empty();
    }
    boolean some = choice.done() > 0 || destination.count(now, meant) > 0;
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
    Set<String> rules = Imagined.rules(now, meant.kinds(), this::way);
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

  private Optional<Way> way(Belief now, Thing thing) {
    List<String> kinds = new ArrayList<>(List.of(thing.kind()));
    List<String> places = new ArrayList<>(thing.place().stream().toList());
    destination.place().ifPresent(places::add);
    Optional<Thing> other = beside.thing();
    other.map(Thing::kind).ifPresent(kinds::add);
    other.flatMap(Thing::place).ifPresent(places::add);
    return ways.to(now, kinds, places, Wanted.of(act, thing.id(), destination.place(), other));
  }

  private void achieved(Thing thing) {
    choice.achieved(thing);
    if (destination.isWanted()) {
      referents.place(thing);
    } else {
      referents.speakOf(thing);
    }
    target = null;
  }

  /** Shuts what was opened to put things in, then ends. */
  private Step finish(Belief now) {
    Optional<Step> shut = Looking.shut(now, ways, List.of());
    if (shut.isPresent() && destination.isWanted() && shut.get() instanceof Step.Go) {
      closes = true;
      return shut.get();
    }
    return new Step.End(true, "%s %s: done".formatted(act.verb().word(), things.words()));
  }

  private Step nothingLeft(Belief now, Candidates meant) {
    boolean some = choice.done() > 0 || destination.count(now, meant) > 0;
    if (some && (act.amount().isAll() || act.amount().count() == 1)) {
      return finish(now);
    }
    return new Shortfall(act, things, troubles).end(choice.done(), () -> meant.where(now));
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
      if (isAbout(skill, thing)
          && (FINAL.contains(failed.reason().sort()) || now.memory().failures(skill) > 1)) {
        now.memory().hopeless().add(thing.id());
        target = null;
      }
    }
    left = 0;
    Looking.note(now, result);
  }

  @Override
  public boolean isDoubted(GroundedSkill skill) {
    Thing thing = target;
    if (thing == null || closes || !isAbout(skill, thing) || !choice.doubt(thing)) {
      return false;
    }
    target = null;
    return true;
  }

  @Override
  public boolean mayPause(Belief now) {
    Optional<String> here = now.observation().at();
    return target == null
        && !closes
        && now.observation().held().isEmpty()
        && here.filter(now.memory().opened()::contains).isEmpty();
  }

  private static boolean isAbout(GroundedSkill skill, Thing thing) {
    return skill.object().filter(thing.kind()::equals).isPresent();
  }

  @Override
  public void answered(String option) {
    if (!destination.answered(option)) {
      choice.choose(option);
    }
  }
}
