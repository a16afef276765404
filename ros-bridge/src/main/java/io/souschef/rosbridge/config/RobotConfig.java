package io.souschef.rosbridge.config;

import io.souschef.rosbridge.message.MessageCatalog;
import io.souschef.skills.InvalidInputException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A robot's file, as its schema {@code robot.schema.json} describes it.
 *
 * @param skills by action of a skill; {@code "*"} stands for every action that has no entry
 */
public record RobotConfig(
    Connection connection,
    Frames frames,
    Words vocabulary,
    Perception perception,
    Safety safety,
    Map<String, SkillEntry> skills) {

  /**
   * Names of the robot's frames (REP-105).
   *
   * @param map fixed frame of every pose
   * @param base the robot's base
   */
  public record Frames(String map, String base) {}

  /**
   * Reads a robot's file; folders in it are relative to it.
   *
   * @throws InvalidInputException naming file, line and field, and what is wrong there
   */
  public static RobotConfig read(Path file) {
    return ConfigFile.read(file);
  }

  /** Reads the text of a robot's file; folders in it are relative to the working folder. */
  public static RobotConfig parse(String name, String yaml) {
    return ConfigFile.parse(name, yaml);
  }

  RobotConfig relativeTo(@Nullable Path folder) {
    return folder == null
        ? this
        : new RobotConfig(
            connection.relativeTo(folder), frames, vocabulary, perception, safety, skills);
  }

  /** The standard interfaces of the robot's release, and those of its own folders. */
  public MessageCatalog catalog() {
    MessageCatalog catalog = MessageCatalog.standard(connection.distribution());
    for (Path folder : connection.interfaces()) {
      catalog = catalog.with(folder);
    }
    return catalog;
  }
}
