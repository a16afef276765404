package io.souschef.ros.config;

import io.souschef.ros.message.MessageCatalog;
import io.souschef.skills.failure.InvalidInputException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A robot's file, as its schema {@code robot.schema.json} describes it.
 *
 * @param skills by action of a skill; {@code "*"} stands for every action that has no entry
 * @param record topics that a recording holds beside those of the perception
 */
public record RobotConfig(
    Connection connection,
    Frames frames,
    Words vocabulary,
    Perception perception,
    Safety safety,
    Map<String, SkillEntry> skills,
    List<RecordedTopic> record) {

  /** In place of a folder of interfaces: those of the sourced ROS 2. */
  private static final String AMENT = "$AMENT_PREFIX_PATH";

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
            connection.relativeTo(folder), frames, vocabulary, perception, safety, skills, record);
  }

  /** The standard interfaces of the robot's release, and those of its own folders. */
  public MessageCatalog catalog() {
    MessageCatalog catalog = MessageCatalog.standard(connection.distribution());
    for (Path folder : connection.interfaces()) {
      for (Path real : folder.endsWith(AMENT) ? installed() : List.of(folder)) {
        catalog = catalog.with(real);
      }
    }
    return catalog;
  }

  /** Where ROS 2's own shell keeps interfaces; a package of an earlier folder hides later ones. */
  private static List<Path> installed() {
    List<Path> folders = new ArrayList<>();
    for (String prefix :
        System.getenv().getOrDefault(AMENT.substring(1), "").split(File.pathSeparator)) {
      Path share = Path.of(prefix, "share");
      if (!prefix.isEmpty() && Files.isDirectory(share)) {
        folders.add(0, share);
      }
    }
    return folders;
  }
}
