package io.souschef.ros.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.ros.config.CommandEntry;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.config.SkillEntry;
import io.souschef.ros.message.TypeName;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillTemplate;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.world.Observation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which commands run a skill on this robot. Immutable and safe to share. */
public final class SkillMapping {

  static final String ANY = "*";

  private final RobotConfig config;
  private final Lexicon lexicon;

  private SkillMapping(RobotConfig config, Lexicon lexicon) {
    this.config = config;
    this.lexicon = lexicon;
  }

  /**
   * Reads the skills of a robot's file and checks every command against its definition.
   *
   * @throws InvalidInputException naming the command and the field that is wrong
   */
  public static SkillMapping of(RobotConfig config) {
    Lexicon lexicon = new Lexicon(config.vocabulary());
    MappingCheck check = new MappingCheck(config.catalog(), lexicon);
    config.skills().forEach(check::requireSound);
    return new SkillMapping(config, lexicon);
  }

  public Lexicon lexicon() {
    return lexicon;
  }

  /** How a skill runs; empty when this robot has no way to. */
  public Optional<SkillEntry> entry(GroundedSkill skill) {
    Map<String, SkillEntry> skills = config.skills();
    return Optional.ofNullable(skills.getOrDefault(skill.action(), skills.get(ANY)));
  }

  /** Full names of every action that a skill may start. */
  public Set<String> actions() {
    Set<String> names = new TreeSet<>();
    for (SkillEntry skill : config.skills().values()) {
      for (CommandEntry command : skill.commands()) {
        command.action().map(config.connection()::resolve).ifPresent(names::add);
      }
    }
    return names;
  }

  /** Whether there are commands for skills of this action. */
  public boolean runs(String action) {
    return config.skills().containsKey(action) || config.skills().containsKey(ANY);
  }

  /**
   * Every reference that means nothing for a skill that would use it, a sentence each.
   *
   * @param templates the skills that the robot shall run
   */
  public List<String> faults(Collection<SkillTemplate> templates) {
    return new TemplateCheck(templates, lexicon).faults(config.skills());
  }

  /** Entries of the file for which no skill has the name: they are never used. */
  public Set<String> unused(Collection<SkillTemplate> templates) {
    Set<String> names = new TreeSet<>(config.skills().keySet());
    names.remove(ANY);
    templates.forEach(template -> names.remove(template.action()));
    return names;
  }

  /**
   * A command with its values.
   *
   * @throws NotKnownException when it speaks of what is not perceived, or was too long ago
   * @throws InvalidInputException when a reference means nothing for this skill
   */
  public MappedCommand command(
      SkillEntry of, CommandEntry entry, GroundedSkill skill, Observation observation) {
    SkillValues values = new SkillValues(skill, observation, lexicon, config, of.maxAgeS());
    try {
      return new MappedCommand(
          entry,
          config.connection().resolve(entry.name()),
          TypeName.of(entry.type()),
          Template.fill(entry.fields(), values::value));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "The robot file's command %s cannot be filled for '%s': %s; mend its fields"
              .formatted(entry.name(), skill.text(), e.getMessage()),
          e);
    }
  }

  /** A dotted field of a message; missing when it has none. */
  public static JsonNode field(JsonNode message, String path) {
    return message.at("/" + path.replace('.', '/'));
  }
}
