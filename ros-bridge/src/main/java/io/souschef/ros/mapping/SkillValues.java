package io.souschef.ros.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.souschef.ros.config.RobotConfig;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Pose;
import java.util.Collection;
import java.util.Locale;

/** What the references of a template stand for, for one skill at one moment. */
final class SkillValues {

  private final GroundedSkill skill;
  private final Observation observation;
  private final Lexicon lexicon;
  private final RobotConfig config;
  private final double maxAgeS;

  /**
   * Values.
   *
   * @param maxAgeS how long ago an object may have been seen for its pose to be used, seconds
   */
  SkillValues(
      GroundedSkill skill,
      Observation observation,
      Lexicon lexicon,
      RobotConfig config,
      double maxAgeS) {
    this.skill = skill;
    this.observation = observation;
    this.lexicon = lexicon;
    this.config = config;
    this.maxAgeS = maxAgeS;
  }

  /**
   * Value of a reference without its braces.
   *
   * @throws NotKnownException when what it speaks of is not perceived, or too old
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
      case "frames" ->
          TextNode.valueOf(property.equals("map") ? config.frames().map() : config.frames().base());
      case "base" -> pose(observation.base(), property);
      case "here" ->
          place(
              observation
                  .at()
                  .orElseThrow(
                      () -> new NotKnownException("The robot stands at none of its places")),
              property);
      case "held" ->
          object(
              observation.held().orElseThrow(() -> new NotKnownException("The hand holds nothing")),
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
          object(
              Tracked.of(observation, value)
                  .orElseThrow(() -> new NotKnownException("No %s is perceived".formatted(value))),
              property);
    };
  }

  private JsonNode object(ObservedObject object, String property) {
    return switch (property) {
      case "id" -> TextNode.valueOf(object.id());
      case "kind", "name" -> TextNode.valueOf(object.kind());
      case "class_id" -> TextNode.valueOf(lexicon.classId(object.kind()));
      case "size" -> RosValues.point(object.lengthM(), object.widthM(), object.heightM());
      case "approach" -> RosValues.pose(beside(fresh(object)));
      default -> pose(fresh(object).pose(), property);
    };
  }

  private ObservedObject fresh(ObservedObject object) {
    double ageS = observation.timeS() - object.lastSeenS();
    boolean held = observation.held().filter(object::equals).isPresent();
    if (!held && ageS > maxAgeS) {
      throw new NotKnownException(
          String.format(
              Locale.ROOT,
              "The %s was last seen %.1f s ago, and this skill needs a pose of at most %.1f s"
                  + " (max_age_s)",
              object.kind(),
              ageS,
              maxAgeS));
    }
    return object;
  }

  /**
   * Where the base stands to work on an object: where it stands for the place the object is at,
   * else some way off on the line to where the base is now; turned towards the object.
   */
  private Pose beside(ObservedObject object) {
    Pose at = object.pose();
    Pose base = observation.base();
    Pose from = object.place().flatMap(lexicon::approach).orElse(base);
    if (object.place().isEmpty()) {
      double far = base.floorDistanceTo(at);
      double off = config.perception().standOffM();
      double part = far < 1e-6 ? 0 : off / far;
      from =
          Pose.upright(
              far < 1e-6 ? at.x() - off : at.x() + part * (base.x() - at.x()),
              at.y() + part * (base.y() - at.y()),
              0,
              0);
    }
    double yaw = Math.atan2(at.y() - from.y(), at.x() - from.x());
    return Pose.upright(from.x(), from.y(), 0, yaw);
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
