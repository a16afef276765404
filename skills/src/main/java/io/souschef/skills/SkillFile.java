package io.souschef.skills;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.souschef.skills.SkillTemplate.ArgumentType;
import io.souschef.skills.effect.Declaration;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.JsonReason;
import io.souschef.skills.file.PlainFile;
import io.souschef.skills.file.Resource;
import io.souschef.skills.text.Shown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Reads {@code skills.yaml} and says what is wrong with it. */
final class SkillFile {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private SkillFile() {}

  record Document(@Nullable List<@Nullable Entry> skills) {}

  record Entry(
      @Nullable String action,
      @Nullable String text,
      @Nullable LinkedHashMap<String, @Nullable ArgumentType> arguments,
      @Nullable List<DeclarationEntry.@Nullable NeedEntry> needs,
      @Nullable List<@Nullable String> effects,
      @Nullable Double seconds,
      @JsonProperty("seconds_per_metre") @Nullable Double secondsPerMetre) {}

  /** The shipped library's declarations, for files that only word its skills anew. */
  private static final class Standard {
    static final SkillLibrary LIBRARY = standard();
  }

  static SkillLibrary standard() {
    return parse("skills.yaml", Resource.text(SkillFile.class, "skills.yaml"), List.of());
  }

  static SkillLibrary read(Path file) {
    return parse(file.toString(), text(file));
  }

  static SkillLibrary parse(String name, String yaml) {
    return parse(name, yaml, Standard.LIBRARY.templates());
  }

  private static String text(Path file) {
    return new PlainFile("Skills file", file).text(PlainFile.HAND_WRITTEN);
  }

  /**
   * @param known templates from which those take what they do that say nothing about it
   */
  private static SkillLibrary parse(String name, String yaml, List<SkillTemplate> known) {
    Document document;
    try {
      document = YAML.readValue(yaml, Document.class);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(describe(name, e), e);
    }
    List<@Nullable Entry> entries = document == null ? null : document.skills();
    if (entries == null || entries.isEmpty()) {
      throw new InvalidInputException(
          "Skills file '%s' has no entries under 'skills:'; add at least one".formatted(name));
    }
    List<SkillTemplate> templates = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      templates.add(
          template(
              String.format(Locale.ROOT, "Skills file '%s', skills[%d]", name, i),
              entries.get(i),
              known));
    }
    if (templates.stream().noneMatch(template -> template.action().equals(GroundedSkill.DONE))) {
      throw new InvalidInputException(
          "Skills file '%s' has no skill with action 'done'; a plan could never end"
              .formatted(name));
    }
    return new SkillLibrary(templates);
  }

  /** A template that is written in code. */
  static SkillTemplate template(String where, Entry entry) {
    return template(where, entry, Standard.LIBRARY.templates());
  }

  private static SkillTemplate template(
      String where, @Nullable Entry entry, List<SkillTemplate> known) {
    String action = entry == null ? null : entry.action();
    if (entry == null || action == null || !action.matches("[a-z][a-z_]*")) {
      throw new InvalidInputException(
          where + ": 'action' must be a name in lower snake case, for example pick_up");
    }
    String text = entry.text();
    if (text == null || text.isBlank()) {
      throw new InvalidInputException(where + ": 'text' is missing; write the words of the skill");
    }
    Shown.harmful(text)
        .ifPresent(
            character -> {
              throw new InvalidInputException(
                  "%s: 'text' holds the control character %s; write plain words"
                      .formatted(where, character));
            });
    Map<String, ArgumentType> arguments = new LinkedHashMap<>();
    if (entry.arguments() != null) {
      entry
          .arguments()
          .forEach(
              (name, type) -> {
                if (type == null) {
                  throw new InvalidInputException(
                      "%s: argument '%s' has no type; use kind, standable, known, place, receptacle, closable or surface"
                          .formatted(where, name));
                }
                arguments.put(name, type);
              });
    }
    Set<String> slots = new HashSet<>();
    Matcher matcher = Wording.SLOT.matcher(text);
    while (matcher.find()) {
      slots.add(matcher.group(2));
    }
    if (!slots.equals(arguments.keySet())) {
      throw new InvalidInputException(
          "%s: the slots %s of text '%s' are not its arguments %s; name each argument once in both"
              .formatted(where, slots, text, arguments.keySet()));
    }
    if (Wording.SLOT.matcher(text).replaceAll("").matches(".*[{}].*")) {
      throw new InvalidInputException(
          "%s: text '%s' has a malformed slot; write {object}, {a object}, {the object} or {in the place}"
              .formatted(where, text));
    }
    Optional<Declaration> declaration =
        DeclarationEntry.of(entry)
            .declaration(where, arguments)
            .or(() -> inherited(action, arguments, known));
    return new SkillTemplate(action, text, arguments, declaration);
  }

  private static Optional<Declaration> inherited(
      String action, Map<String, ArgumentType> arguments, List<SkillTemplate> known) {
    return known.stream()
        .filter(template -> template.action().equals(action))
        .filter(
            template ->
                DeclarationEntry.sorts(template.arguments())
                    .equals(DeclarationEntry.sorts(arguments)))
        .findFirst()
        .flatMap(SkillTemplate::declaration);
  }

  private static String describe(String name, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String line = at == null ? "" : ", line " + at.getLineNr();
    String field = JsonReason.field(e);
    return "Skills file '%s'%s%s: %s"
        .formatted(name, line, field.isEmpty() ? "" : ", field " + field, JsonReason.what(e));
  }
}
