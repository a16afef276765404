package io.souschef.rosbridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.souschef.rosbridge.config.RobotConfig.Frames;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Pose;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What the references of a template stand for, for one skill at one moment. */
final class SkillValues {

  /** An object of this kind is meant, but none is perceived. */
  static final class NotPerceivedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPerceivedException(String kind) {
      super("No %s is perceived now".formatted(kind));
    }
  }

  private final GroundedSkill skill;
  private final Observation observation;
  private final Lexicon lexicon;
  private final Frames frames;

  SkillValues(GroundedSkill skill, Observation observation, Lexicon lexicon, Frames frames) {
    this.skill = skill;
    this.observation = observation;
    this.lexicon = lexicon;
    this.frames = frames;
  }

  /**
   * Value of a reference without its braces.
   *
   * @throws NotPerceivedException when it speaks of an object and none of that kind is there
   * @throws IllegalArgumentException when the reference means nothing for this skill
   */
  JsonNode value(String reference) {
    int dot = reference.lastIndexOf('.');
    String subject = dot < 0 ? reference : reference.substring(0, dot);
    String property = dot < 0 ? "" : reference.substring(dot + 1);
    if (subject.startsWith("places.")) {
      return place(subject.substring("places.".length()), property);
    }
    return switch (subject) {
      case "now" -> RosValues.time(observation.timeS());
      case "skill" -> words(property);
      case "frames" -> TextNode.valueOf(property.equals("map") ? frames.map() : frames.base());
      case "held" ->
          object(
              observation.held().orElseThrow(() -> new NotPerceivedException("object in the hand")),
              property);
      default -> argument(subject, property);
    };
  }

  private JsonNode words(String property) {
    return switch (property) {
      case "action" -> TextNode.valueOf(skill.action());
      case "text" -> TextNode.valueOf(skill.text());
      case "wording" -> TextNode.valueOf(skill.wording());
      case "argument_names" -> texts(skill.arguments().keySet());
      case "argument_values" -> texts(skill.arguments().values());
      default -> throw new IllegalArgumentException("A skill has no '" + property + "'");
    };
  }

  private static ArrayNode texts(Collection<String> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(array::add);
    return array;
  }

  private JsonNode argument(String name, String property) {
    String value =
        skill
            .argument(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Skill '%s' has no argument '%s'".formatted(skill.text(), name)));
    if (lexicon.place(value).isPresent()) {
      return place(value, property);
    }
    return switch (property) {
      case "kind", "name" -> TextNode.valueOf(value);
      case "class_id" -> TextNode.valueOf(lexicon.classId(value));
      default ->
          object(tracked(value).orElseThrow(() -> new NotPerceivedException(value)), property);
    };
  }

  /** The one in the hand, else the nearest that is in view, else the nearest. */
  private Optional<ObservedObject> tracked(String kind) {
    return observation
        .held()
        .filter(held -> held.kind().equals(kind))
        .or(
            () ->
                observation
                    .objectsOf(kind)
                    .min(
                        Comparator.comparing((ObservedObject o) -> !o.visible())
                            .thenComparing(o -> o.pose().distanceTo(observation.base()))));
  }

  private JsonNode object(ObservedObject object, String property) {
    return switch (property) {
      case "id" -> TextNode.valueOf(object.id());
      case "kind", "name" -> TextNode.valueOf(object.kind());
      case "class_id" -> TextNode.valueOf(lexicon.classId(object.kind()));
      case "size" -> RosValues.point(object.lengthM(), object.widthM(), object.heightM());
      default -> pose(object.pose(), property);
    };
  }

  private JsonNode place(String name, String property) {
    return switch (property) {
      case "name" -> TextNode.valueOf(name);
      case "approach" -> RosValues.pose(lexicon.approach(name).orElseThrow());
      default -> pose(lexicon.place(name).orElseThrow().pose(), property);
    };
  }

  private static JsonNode pose(Pose pose, String property) {
    return switch (property) {
      case "pose" -> RosValues.pose(pose);
      case "position" -> RosValues.point(pose.x(), pose.y(), pose.z());
      case "orientation" -> RosValues.orientation(pose);
      case "x" -> DoubleNode.valueOf(pose.x());
      case "y" -> DoubleNode.valueOf(pose.y());
      case "z" -> DoubleNode.valueOf(pose.z());
      case "yaw" -> DoubleNode.valueOf(pose.yaw());
      default -> throw new IllegalArgumentException("There is no '" + property + "' here");
    };
  }
}
