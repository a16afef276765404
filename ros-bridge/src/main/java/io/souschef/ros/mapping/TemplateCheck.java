package io.souschef.ros.mapping;

import io.souschef.ros.config.CommandEntry;
import io.souschef.ros.config.SkillEntry;
import io.souschef.skills.SkillTemplate;
import io.souschef.skills.SkillTemplate.ArgumentType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the references of a robot's file against the arguments of the skills that will use them, so
 * that none is found to mean nothing while the robot moves.
 */
final class TemplateCheck {

  private static final Set<String> ALWAYS =
      Set.of("now", "skill", "frames", "base", "here", "held");
  private static final Set<ArgumentType> OBJECTS =
      EnumSet.of(ArgumentType.KIND, ArgumentType.STANDABLE, ArgumentType.KNOWN);
  private static final Set<String> OF_OBJECTS = Set.of("id", "kind", "class_id", "size");

  private final Collection<SkillTemplate> templates;
  private final Lexicon lexicon;
  private final List<String> faults = new ArrayList<>();

  TemplateCheck(Collection<SkillTemplate> templates, Lexicon lexicon) {
    this.templates = templates;
    this.lexicon = lexicon;
  }

  /** Every fault in one sentence. */
  List<String> faults(Map<String, SkillEntry> skills) {
    for (SkillTemplate template : templates) {
      String named = skills.containsKey(template.action()) ? template.action() : SkillMapping.ANY;
      SkillEntry entry = skills.get(named);
      if (entry != null && !template.action().equals("done")) {
        check(named, template, entry);
      }
    }
    return List.copyOf(faults);
  }

  private void check(String named, SkillTemplate template, SkillEntry entry) {
    requireArgument(named, template, "lifts", entry.lifts());
    requireArgument(named, template, "effect", entry.effect().filter(e -> !e.equals("nothing")));
    entry.leavesAt().ifPresent(name -> requirePlace(named, template, name));
    for (int i = 0; i < entry.commands().size(); i++) {
      CommandEntry command = entry.commands().get(i);
      String where = String.format(Locale.ROOT, "skills.%s.commands[%d]", named, i);
      for (String reference : Template.references(command.fields())) {
        check(where, reference, template);
      }
    }
  }

  private void requirePlace(String named, SkillTemplate template, String name) {
    if (!name.equals("here")
        && lexicon.place(name).isEmpty()
        && !template.arguments().containsKey(name)) {
      faults.add(
          "skills.%s.leaves_at: '%s' is neither a place, nor 'here', nor an argument of the skill '%s'"
              .formatted(named, name, template.text()));
    }
  }

  private void requireArgument(
      String named, SkillTemplate template, String field, Optional<String> argument) {
    if (argument.isPresent() && !template.arguments().containsKey(argument.get())) {
      faults.add(
          "skills.%s.%s: the skill '%s' has no argument '%s'; it has %s"
              .formatted(
                  named, field, template.text(), argument.get(), template.arguments().keySet()));
    }
  }

  private void check(String where, String reference, SkillTemplate template) {
    int dot = reference.lastIndexOf('.');
    String subject = dot < 0 ? reference : reference.substring(0, dot);
    String property = reference.substring(dot + 1);
    if (ALWAYS.contains(subject) || subject.startsWith("places.")) {
      return;
    }
    ArgumentType type = template.arguments().get(subject);
    if (type == null) {
      faults.add(
          "%s: '${%s}' means nothing for the skill '%s', whose arguments are %s"
              .formatted(where, reference, template.text(), template.arguments().keySet()));
    } else if (!OBJECTS.contains(type) && OF_OBJECTS.contains(property)) {
      faults.add(
          "%s: '${%s}': %s of the skill '%s' is a place, which has no %s"
              .formatted(where, reference, subject, template.text(), property));
    }
  }
}
