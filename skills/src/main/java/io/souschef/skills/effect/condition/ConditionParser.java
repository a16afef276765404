package io.souschef.skills.effect.condition;

import io.souschef.skills.effect.condition.ThingCondition.Quality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads conditions as a skills file writes them: {@code hand is empty}, {@code object is here},
 * {@code hand is empty or place is open}. Arguments are called by their names.
 */
public final class ConditionParser {

  private static final String HAND = "'hand is empty', 'hand holds %s', 'hand holds something'";
  private static final String ROBOT =
      "'robot is at a place', 'robot is at person', 'robot is at %s'";

  private final Set<String> things;
  private final Set<String> places;

  /**
   * @param things names of the arguments that are kinds of objects
   * @param places names of the arguments that are places
   */
  public ConditionParser(Set<String> things, Set<String> places) {
    this.things = Set.copyOf(things);
    this.places = Set.copyOf(places);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException with a sentence that says what could stand there
   */
  public Condition parse(String text) {
    String plain = text.strip().replaceAll("\\s+", " ");
    String[] choices = plain.split(" or ", -1);
    if (choices.length > 1) {
      return new Condition.AnyOf(Arrays.stream(choices).map(this::single).toList());
    }
    return single(plain);
  }

  /**
   * Reads one that a skill brings about.
   *
   * @throws IllegalArgumentException also where it can only be needed
   */
  public Condition parseEffect(String text) {
    Condition condition = parse(text);
    if (!condition.isEffect()) {
      throw new IllegalArgumentException(
          "'%s' can be a need and no effect; write what the skill changes: %s"
              .formatted(text, effects()));
    }
    return condition;
  }

  private Condition single(String text) {
    if (text.startsWith("not ")) {
      return new Condition.Not(single(text.substring(4)));
    }
    int blank = text.indexOf(' ');
    String subject = blank < 0 ? text : text.substring(0, blank);
    String rest = blank < 0 ? "" : text.substring(blank + 1);
    Optional<? extends Condition> found;
    if (things.contains(subject)) {
      found = ofThing(subject, rest);
    } else if (places.contains(subject)) {
      found = ofPlace(new Where.Argument(subject), rest);
    } else {
      found =
          switch (subject) {
            case "hand" -> ofHand(rest);
            case "robot" -> ofRobot(rest);
            case "here" -> ofPlace(new Where.Here(), rest);
            case "person" -> ofPlace(new Where.Person(), rest);
            default -> Optional.empty();
          };
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' is no condition; write %s".formatted(text, advice(subject)));
    }
    return found.get();
  }

  private Optional<HandCondition> ofHand(String rest) {
    if (rest.equals("is empty")) {
      return Optional.of(new HandCondition.Empty());
    }
    if (!rest.startsWith("holds ")) {
      return Optional.empty();
    }
    String what = rest.substring("holds ".length());
    if (things.contains(what)) {
      return Optional.of(new HandCondition.Holds(what));
    }
    if (what.equals("something")) {
      return Optional.of(new HandCondition.HoldsSome(Optional.empty()));
    }
    return attribute(what).map(word -> new HandCondition.HoldsSome(Optional.of(word)));
  }

  private Optional<RobotCondition> ofRobot(String rest) {
    if (!rest.startsWith("is at ")) {
      return Optional.empty();
    }
    String where = rest.substring("is at ".length());
    if (where.equals("a place")) {
      return Optional.of(new RobotCondition.StandsAt(new Where.Here(), false));
    }
    if (things.contains(where)) {
      return Optional.of(new RobotCondition.StandsAt(new Where.Argument(where), true));
    }
    return where(where)
        .filter(place -> !(place instanceof Where.Here))
        .map(place -> new RobotCondition.StandsAt(place, false));
  }

  private Optional<ThingCondition> ofThing(String object, String rest) {
    for (Quality quality : Quality.values()) {
      if (quality.words().equals(rest)) {
        return Optional.of(new ThingCondition.Has(object, quality));
      }
    }
    if (rest.equals("is here")) {
      return Optional.of(new ThingCondition.IsAt(object, new Where.Here()));
    }
    if (rest.matches("is (at|in|on) .*")) {
      return where(rest.substring(6)).map(where -> new ThingCondition.IsAt(object, where));
    }
    if (rest.startsWith("is near ")) {
      return otherThan(object, rest.substring("is near ".length()))
          .map(other -> new ThingCondition.IsNear(object, other));
    }
    if (rest.startsWith("has room for ")) {
      return otherThan(object, rest.substring("has room for ".length()))
          .map(guest -> new ThingCondition.RoomNear(guest, object));
    }
    if (rest.startsWith("is something ")) {
      return attribute(rest.substring("is ".length()))
          .map(word -> new ThingCondition.IsSome(object, word));
    }
    return Optional.empty();
  }

  private Optional<PlaceCondition> ofPlace(Where where, String rest) {
    if (rest.startsWith("has room for ")) {
      String object = rest.substring("has room for ".length());
      return things.contains(object)
          ? Optional.of(new PlaceCondition.Room(where, object))
          : Optional.empty();
    }
    return switch (rest) {
      case "is open" -> Optional.of(new PlaceCondition.Stands(where, true));
      case "is closed" -> Optional.of(new PlaceCondition.Stands(where, false));
      case "is clean" -> Optional.of(new PlaceCondition.Clean(where));
      default -> Optional.empty();
    };
  }

  private Optional<Where> where(String name) {
    if (places.contains(name)) {
      return Optional.of(new Where.Argument(name));
    }
    return switch (name) {
      case "here" -> Optional.of(new Where.Here());
      case "person" -> Optional.of(new Where.Person());
      default -> Optional.empty();
    };
  }

  private Optional<String> otherThan(String object, String other) {
    return Optional.of(other).filter(things::contains).filter(name -> !name.equals(object));
  }

  private static Optional<String> attribute(String text) {
    String word = text.replaceFirst("^something ", "").toLowerCase(Locale.ROOT);
    return text.startsWith("something ") && word.matches("[a-z0-9][a-z0-9 ]*")
        ? Optional.of(word)
        : Optional.empty();
  }

  /** What could stand in place of a condition with this first word. */
  private String advice(String subject) {
    String thing = things.stream().sorted().findFirst().orElse("");
    String place = places.stream().sorted().findFirst().orElse("");
    List<String> forms = new ArrayList<>();
    if (subject.equals("hand")) {
      forms.add(HAND.formatted(thing.isEmpty() ? "something absorbent" : thing));
    } else if (subject.equals("robot")) {
      forms.add(ROBOT.formatted(place.isEmpty() ? "person" : place));
    } else if (things.contains(subject)) {
      for (Quality quality : Quality.values()) {
        forms.add("'%s %s'".formatted(subject, quality.words()));
      }
      forms.add("'%s is here', '%s is at person'".formatted(subject, subject));
      if (!place.isEmpty()) {
        forms.add("'%s is at %s'".formatted(subject, place));
      }
      things.stream()
          .filter(other -> !other.equals(subject))
          .sorted()
          .findFirst()
          .ifPresent(other -> forms.add("'%s is near %s'".formatted(subject, other)));
      forms.add("'%s is something cold'".formatted(subject));
    } else if (places.contains(subject) || subject.equals("here") || subject.equals("person")) {
      forms.add("'%1$s is open', '%1$s is closed', '%1$s is clean'".formatted(subject));
      if (!thing.isEmpty()) {
        forms.add("'%s has room for %s'".formatted(subject, thing));
      }
    } else {
      List<String> names = new ArrayList<>(List.of("hand", "robot", "here", "person"));
      things.stream().sorted().forEach(names::add);
      places.stream().sorted().forEach(names::add);
      forms.add("one that begins with one of " + String.join(", ", names));
    }
    return String.join(", ", forms);
  }

  private String effects() {
    List<String> forms = new ArrayList<>(List.of("'hand is empty'", "'robot is at person'"));
    things.stream()
        .sorted()
        .findFirst()
        .ifPresent(
            thing ->
                forms.add(
                    "'hand holds %1$s', '%1$s is here', '%1$s stands', '%1$s is known'"
                        .formatted(thing)));
    places.stream()
        .sorted()
        .findFirst()
        .ifPresent(
            place ->
                forms.add(
                    "'robot is at %1$s', '%1$s is open', '%1$s is closed', '%1$s is clean'"
                        .formatted(place)));
    return String.join(", ", forms);
  }
}
