package io.souschef.evaluation;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.IoReason;
import io.souschef.skills.file.PlainFile;
import io.souschef.skills.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Markdown page of figures, each section written by the command that measured it: {@code <!--
 * begin NAME -->} to {@code <!-- end NAME -->}. Writing one section leaves every other character of
 * the page alone. Stateless.
 */
public final class ResultsDocument {

  private static final String HEADING =
      """
      # Results

      Every section below was written by the command that it names; none is edited by hand.
      """;

  private ResultsDocument() {}

  /**
   * What was measured, and how to measure it again.
   *
   * @param name marker of the section, lower case letters, digits and dashes: "kitchen-core"
   * @param title heading
   * @param body Markdown
   * @param command the shell command that makes the section
   * @param seeds the random seeds: "1 to 3"
   * @param machine processor, cores, memory, operating system and Java
   */
  public record Section(
      String name, String title, String body, String command, String seeds, String machine) {

    public Section {
      if (!name.matches("[a-z0-9][a-z0-9-]*")) {
        throw new IllegalArgumentException(
            "A section's name has lower case letters, digits and dashes, not '%s'".formatted(name));
      }
    }

    private String begin() {
      return "<!-- begin %s -->".formatted(name);
    }

    private String end() {
      return "<!-- end %s -->".formatted(name);
    }

    private String text() {
      return "%s\n## %s\n\n%s\n\nMade by `%s`, seeds %s, on %s.\n%s"
          .formatted(begin(), title, body.strip(), command, seeds, machine, end());
    }
  }

  /**
   * Replaces a section, or adds it at the end of the page; makes the page when there is none.
   *
   * @throws InvalidInputException when the page's markers do not match or it cannot be written
   */
  public static void write(Path page, Section section) {
    try {
      String before =
          Files.exists(page)
              ? new PlainFile("Results page", page).text(PlainFile.RECORDS)
              : HEADING;
      Path folder = page.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      WholeFile.write(page, replace(page, before, section));
    } catch (IOException e) {
      throw new InvalidInputException(
          "Results page '%s' cannot be written (%s); choose a writable file"
              .formatted(page, IoReason.of(e)),
          e);
    }
  }

  private static String replace(Path page, String before, Section section) {
    int begin = before.indexOf(section.begin());
    int end = before.indexOf(section.end());
    if (begin < 0 && end < 0) {
      return before.stripTrailing() + "\n\n" + section.text() + "\n";
    }
    if (begin < 0 || end < begin) {
      throw new InvalidInputException(
          "Results page '%s' has one marker of section '%s' without the other; restore '%s' and '%s'"
              .formatted(page, section.name(), section.begin(), section.end()));
    }
    return before.substring(0, begin)
        + section.text()
        + before.substring(end + section.end().length());
  }
}
