package io.souschef.app.cli.train;

import io.souschef.evaluation.Home;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.PlainFile;
import io.souschef.skills.file.Sha256;
import io.souschef.skills.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of rollouts that knows in which home they were made, so that no two are mixed. */
final class TrainingFolder {

  private static final String HOME = "home.txt";
  private static final int SHORT = 8;

  private TrainingFolder() {}

  /** Where rollouts of a home lie when nobody says where. */
  static Path usual(Home home) {
    String base = "train-affordance";
    return Path.of("runs", isStandard(home) ? base : base + "-" + hash(home).substring(0, SHORT));
  }

  /** Whether what is trained there is what Souschef ships. */
  static boolean isStandard(Home home) {
    return home.equals(Home.standard());
  }

  /**
   * Marks a folder as this home's.
   *
   * @throws InvalidInputException when it holds rollouts of another home
   */
  static void claim(Path folder, Home home) throws IOException {
    Path mark = folder.resolve(HOME);
    boolean marked = Files.exists(mark);
    String there = marked ? new PlainFile("Mark", mark).text(PlainFile.HAND_WRITTEN).strip() : "";
    // Folders of before hold rollouts of the default home and no mark.
    boolean used = marked || Files.exists(folder.resolve("manifest.json"));
    boolean fits = marked ? there.equals(hash(home)) : isStandard(home);
    if (used && !fits) {
      throw new InvalidInputException(
          "Folder '%s' holds rollouts of another kitchen or other skills; choose another --work"
              .formatted(folder));
    }
    Files.createDirectories(folder);
    WholeFile.write(mark, hash(home) + "\n");
  }

  private static String hash(Home home) {
    return Sha256.of(home.fingerprints().toString());
  }
}
