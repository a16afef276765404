package io.souschef.app.cli.option;

import io.souschef.skills.SkillLibrary;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the robot can do: one way for all commands. */
final class SkillsOption {

  @Option(
      names = "--skills",
      paramLabel = "FILE",
      description = "Your own skills file (docs/skills.md).")
  private @Nullable Path skills;

  private @Nullable SkillLibrary library;

  Optional<Path> file() {
    return Optional.ofNullable(skills);
  }

  /**
   * The skills, read once: all that a command does is done with the same.
   *
   * @throws io.souschef.skills.failure.InvalidInputException naming the first fault of the file
   */
  SkillLibrary library() {
    SkillLibrary read = library;
    if (read == null) {
      read = skills == null ? SkillLibrary.standard() : SkillLibrary.read(skills);
      library = read;
    }
    return read;
  }
}
