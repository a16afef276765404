package io.souschef.ros.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.ros.config.CommandEntry;
import io.souschef.ros.config.SkillEntry;
import io.souschef.ros.message.ElementType;
import io.souschef.ros.message.Field;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.skills.failure.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is wrong with the commands of a robot's file before anything is sent. */
final class MappingCheck {

  private static final String OF_POSE = "pose|position|orientation|x|y|z|yaw";
  private static final Pattern REFERENCE =
      Pattern.compile(
          "now|skill\\.(action|text|wording|argument_names|argument_values)|frames\\.(map|base)"
              + "|places\\.(?<place>[a-z0-9 ]+)\\.(name|approach|"
              + OF_POSE
              + ")|[a-z_]+\\.(id|kind|name|class_id|size|approach|"
              + OF_POSE
              + ")");

  private final MessageCatalog catalog;
  private final Lexicon lexicon;

  MappingCheck(MessageCatalog catalog, Lexicon lexicon) {
    this.catalog = catalog;
    this.lexicon = lexicon;
  }

  void requireSound(String skill, SkillEntry entry) {
    for (int i = 0; i < entry.commands().size(); i++) {
      requireSound(
          String.format(Locale.ROOT, "Robot file, skills.%s.commands[%d]", skill, i),
          entry.commands().get(i));
    }
  }

  private void requireSound(String where, CommandEntry command) {
    TypeName type = TypeName.of(command.type());
    String kind =
        command.action().isPresent() ? "action" : command.service().isPresent() ? "srv" : "msg";
    if (!type.kind().equals(kind)) {
      throw new InvalidInputException(
          "%s: type %s is not a%s; name a type like package/%s/Name"
              .formatted(where, type, kind.equals("action") ? "n action" : " " + kind, kind));
    }
    TypeName sent = MappedCommand.messageType(command, type);
    catalog.requireComplete(sent);
    requireFields(where + ".fields", sent, command.fields());
    for (String reference : Template.references(command.fields())) {
      requireReference(where, reference);
    }
    TypeName result =
        kind.equals("action")
            ? type.part("Result")
            : kind.equals("srv") ? type.part("Response") : type;
    catalog.requireComplete(result);
    if (kind.equals("action")) {
      catalog.requireComplete(type.part("Feedback"));
    }
    for (String field : fieldsOfResult(command)) {
      requireField(where, result, field);
    }
    for (String field : fieldsOfFeedback(command)) {
      requireField(where + ".feedback", type.part("Feedback"), field);
    }
  }

  private static List<String> fieldsOfResult(CommandEntry command) {
    List<String> fields = new ArrayList<>();
    command.success().forEach(condition -> fields.add(condition.field()));
    command.codes().ifPresent(codes -> fields.add(codes.field()));
    command.message().ifPresent(fields::add);
    command.duration().ifPresent(fields::add);
    command.stamp().ifPresent(fields::add);
    return fields;
  }

  private static List<String> fieldsOfFeedback(CommandEntry command) {
    List<String> fields = new ArrayList<>();
    command.feedback().flatMap(CommandEntry.Feedback::phase).ifPresent(fields::add);
    command.feedback().flatMap(CommandEntry.Feedback::fraction).ifPresent(fields::add);
    return fields;
  }

  private void requireReference(String where, String reference) {
    Matcher matcher = REFERENCE.matcher(reference);
    if (!matcher.matches()) {
      throw new InvalidInputException(
          "%s: '${%s}' means nothing; use for example ${object.id}, ${object.pose}, ${place.approach}, ${places.user.approach}, ${skill.text} or ${now}"
              .formatted(where, reference));
    }
    String place = matcher.group("place");
    if (place != null && lexicon.place(place).isEmpty()) {
      throw new InvalidInputException(
          "%s: '${%s}' names the place '%s', which is not in the vocabulary; its places are %s"
              .formatted(
                  where,
                  reference,
                  place,
                  lexicon.vocabulary().places().stream().map(p -> p.name()).toList()));
    }
  }

  private void requireFields(String where, TypeName type, JsonNode template) {
    for (Map.Entry<String, JsonNode> entry : template.properties()) {
      Field field = requireField(where, type, entry.getKey());
      if (field.type() instanceof ElementType.Nested nested) {
        JsonNode value = entry.getValue();
        for (JsonNode element : value.isArray() ? value : List.of(value)) {
          requireFields(where + "." + entry.getKey(), nested.type(), element);
        }
      }
    }
  }

  private Field requireField(String where, TypeName type, String path) {
    int dot = path.indexOf('.');
    String head = dot < 0 ? path : path.substring(0, dot);
    Optional<Field> field = catalog.get(type).field(head);
    if (field.isEmpty()) {
      throw new InvalidInputException(
          "%s: %s has no field '%s'; its fields are %s"
              .formatted(
                  where,
                  type,
                  head,
                  catalog.get(type).fields().stream().map(Field::name).toList()));
    }
    if (dot > 0 && field.get().type() instanceof ElementType.Nested nested) {
      return requireField(where, nested.type(), path.substring(dot + 1));
    }
    return field.get();
  }
}
