package io.souschef.skills;

import io.souschef.skills.SkillTemplate.ArgumentType;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The templates of a {@code skills.yaml}, and their grounding over the words of a robot. Immutable
 * and safe to share.
 *
 * <p>Grounding does not ask whether a skill would work now: that is the value function's part. It
 * only leaves out what makes no sense as a sentence, such as opening a table.
 */
public final class SkillLibrary {

  private final List<SkillTemplate> templates;

  SkillLibrary(List<SkillTemplate> templates) {
    this.templates = List.copyOf(templates);
  }

  /** The library that Souschef ships. */
  public static SkillLibrary standard() {
    return SkillFile.standard();
  }

  /**
   * Reads a library.
   *
   * @throws InvalidInputException naming file, line and field when it is missing or malformed
   */
  public static SkillLibrary read(Path file) {
    return SkillFile.read(file);
  }

  /**
   * A library built in code.
   *
   * @throws InvalidInputException when a plan could never end, or two templates say the same
   */
  public static SkillLibrary of(List<SkillTemplate> templates) {
    if (templates.stream().noneMatch(template -> template.action().equals(GroundedSkill.DONE))) {
      throw new InvalidInputException(
          "A skill library needs a skill with action 'done'; a plan could never end without it");
    }
    Set<String> texts = new HashSet<>();
    for (SkillTemplate template : templates) {
      if (!texts.add(template.text())) {
        throw new InvalidInputException(
            "Two skills say '%s'; word one of them otherwise".formatted(template.text()));
      }
    }
    return new SkillLibrary(templates);
  }

  /**
   * The same with more skills.
   *
   * @throws InvalidInputException when two templates say the same
   */
  public SkillLibrary and(List<SkillTemplate> more) {
    return of(Stream.concat(templates.stream(), more.stream()).toList());
  }

  /**
   * Reads a library from the text of a skills file.
   *
   * @param name what messages call it
   * @throws InvalidInputException naming line and field when it is malformed
   */
  public static SkillLibrary parse(String name, String yaml) {
    return SkillFile.parse(name, yaml);
  }

  public List<SkillTemplate> templates() {
    return templates;
  }

  /**
   * The same without the skills a robot cannot run.
   *
   * @param runs whether it runs an action; never asked of {@code done}
   */
  public SkillLibrary only(Predicate<String> runs) {
    return new SkillLibrary(
        templates.stream()
            .filter(t -> t.action().equals("done") || runs.test(t.action()))
            .toList());
  }

  /** The action names a robot must know to run this library. */
  public Set<String> actions() {
    return templates.stream().map(SkillTemplate::action).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Every skill that can be said now, in a stable order.
   *
   * @param vocabulary the robot's words
   * @param observation what it perceives; templates over {@code known} objects use it
   */
  public List<GroundedSkill> ground(Vocabulary vocabulary, Observation observation) {
    Set<String> known = known(observation);
    return templates.stream().flatMap(template -> ground(template, vocabulary, known)).toList();
  }

  private static Set<String> known(Observation observation) {
    return Stream.concat(observation.objects().stream(), observation.held().stream())
        .map(ObservedObject::kind)
        .collect(Collectors.toSet());
  }

  /** The skill with these words, if this library can say them with the robot's vocabulary. */
  public Optional<GroundedSkill> parse(
      String text, Vocabulary vocabulary, Observation observation) {
    Set<String> known = known(observation);
    return templates.stream()
        .filter(template -> text.startsWith(Wording.beginning(template.text())))
        .flatMap(template -> ground(template, vocabulary, known))
        .filter(skill -> skill.text().equals(text))
        .findFirst();
  }

  /** The names that may stand for an argument of a type, whether or not anything is there now. */
  public static List<String> values(ArgumentType type, Vocabulary vocabulary) {
    return everywhere(type, vocabulary).stream().map(Choice::name).toList();
  }

  /**
   * One skill of a template, whether or not anything it speaks of is there now.
   *
   * @param arguments a value for each argument of the template, of {@link #values}
   * @throws InvalidInputException when a value is missing or not allowed
   */
  public static GroundedSkill ground(
      SkillTemplate template, Map<String, String> arguments, Vocabulary vocabulary) {
    Map<String, Choice> binding = new LinkedHashMap<>();
    template
        .arguments()
        .forEach(
            (name, type) ->
                binding.put(
                    name,
                    everywhere(type, vocabulary).stream()
                        .filter(choice -> choice.name().equals(arguments.get(name)))
                        .findFirst()
                        .orElseThrow(
                            () ->
                                new InvalidInputException(
                                    "'%s' is no %s for skill '%s'; allowed are %s"
                                        .formatted(
                                            arguments.get(name),
                                            name,
                                            template.action(),
                                            values(type, vocabulary))))));
    return bind(template, template.wording(), binding);
  }

  private static List<Choice> everywhere(ArgumentType type, Vocabulary vocabulary) {
    return choices(
        type, vocabulary, kinds(vocabulary).map(Vocabulary.Kind::noun).collect(Collectors.toSet()));
  }

  private static Stream<GroundedSkill> ground(
      SkillTemplate template, Vocabulary vocabulary, Set<String> known) {
    List<Map<String, Choice>> bindings = new ArrayList<>();
    bindings.add(Map.of());
    for (Map.Entry<String, ArgumentType> argument : template.arguments().entrySet()) {
      List<Choice> choices = choices(argument.getValue(), vocabulary, known);
      List<Map<String, Choice>> extended = new ArrayList<>();
      for (Map<String, Choice> binding : bindings) {
        for (Choice choice : choices) {
          if (!binding.containsValue(choice)) {
            Map<String, Choice> next = new LinkedHashMap<>(binding);
            next.put(argument.getKey(), choice);
            extended.add(next);
          }
        }
      }
      bindings = extended;
    }
    String wording = template.wording();
    return bindings.stream().map(binding -> bind(template, wording, binding));
  }

  private static GroundedSkill bind(
      SkillTemplate template, String wording, Map<String, Choice> binding) {
    String text = Wording.fill(template.text(), slot -> words(slot, binding));
    Map<String, String> arguments =
        binding.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().name()));
    return new GroundedSkill(template.action(), text, wording, arguments);
  }

  private static String words(String slot, Map<String, Choice> binding) {
    int blank = slot.lastIndexOf(' ');
    String form = blank < 0 ? "" : slot.substring(0, blank);
    Choice choice = binding.get(slot.substring(blank + 1));
    if (choice == null) {
      throw new IllegalStateException("No argument for slot {" + slot + "}");
    }
    return switch (form) {
      case "" -> choice.name();
      case "the" -> choice.definite();
      case "a" -> choice.indefinite();
      default -> choice.inside();
    };
  }

  private static List<Choice> choices(ArgumentType type, Vocabulary vocabulary, Set<String> known) {
    return switch (type) {
      case KIND -> kinds(vocabulary).map(Choice::of).toList();
      case STANDABLE ->
          kinds(vocabulary).filter(Vocabulary.Kind::standable).map(Choice::of).toList();
      case KNOWN ->
          kinds(vocabulary).filter(k -> known.contains(k.noun())).map(Choice::of).toList();
      case PLACE -> places(vocabulary).map(Choice::of).toList();
      case RECEPTACLE ->
          places(vocabulary).filter(p -> p.kind() != Place.Kind.PERSON).map(Choice::of).toList();
      case CLOSABLE ->
          places(vocabulary).filter(p -> p.kind() == Place.Kind.CLOSABLE).map(Choice::of).toList();
      case SURFACE ->
          places(vocabulary).filter(p -> p.kind() == Place.Kind.SURFACE).map(Choice::of).toList();
    };
  }

  private static Stream<Vocabulary.Kind> kinds(Vocabulary vocabulary) {
    return vocabulary.kinds().stream();
  }

  private static Stream<Place> places(Vocabulary vocabulary) {
    return vocabulary.places().stream();
  }

  /** An argument's value in the forms a slot may ask for. */
  private record Choice(String name, String definite, String indefinite, String inside) {

    static Choice of(Vocabulary.Kind kind) {
      return new Choice(
          kind.noun(), "the " + kind.noun(), kind.indefinite(), "near the " + kind.noun());
    }

    static Choice of(Place place) {
      return new Choice(place.name(), place.named(), "a " + place.name(), place.where());
    }
  }
}
