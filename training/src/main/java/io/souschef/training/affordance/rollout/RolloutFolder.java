package io.souschef.training.affordance.rollout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.souschef.models.affordance.FeatureLayout;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.PlainFile;
import io.souschef.skills.file.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder with one file of rows for each scene and a {@code manifest.json} over all. */
public final class RolloutFolder {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;

  public RolloutFolder(Path folder) {
    this.folder = folder;
  }

  Path sceneFile(int scene) {
    return folder.resolve(String.format(Locale.ROOT, "scene-%05d.rows.gz", scene));
  }

  Path manifestFile() {
    return folder.resolve("manifest.json");
  }

  /**
   * The manifest of a finished run.
   *
   * @throws InvalidInputException when there is none or it cannot be read
   */
  public RolloutManifest manifest() {
    if (!Files.exists(manifestFile())) {
      throw new InvalidInputException(
          "Folder '%s' holds no finished rollouts; run the rollouts to their end first"
              .formatted(folder));
    }
    String text = new PlainFile("Manifest", manifestFile()).text(PlainFile.HAND_WRITTEN);
    try {
      return Optional.ofNullable(JSON.readValue(text, RolloutManifest.class))
          .orElseThrow(
              () ->
                  new InvalidInputException(
                      "Manifest '%s' holds nothing; run the rollouts again"
                          .formatted(manifestFile())));
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          "Manifest '%s' cannot be read (%s)".formatted(manifestFile(), e.getOriginalMessage()), e);
    }
  }

  /** Rows of every scene, scene by scene. */
  public List<RolledScene> read() {
    RolloutManifest manifest = manifest();
    RolloutOptions options = options(manifest);
    List<RolledScene> scenes = new ArrayList<>();
    for (int scene = 0; scene < manifest.scenes(); scene++) {
      scenes.add(
          new RolledScene(
              options.isElsewhere(scene),
              RolloutFile.read(sceneFile(scene), options.sceneSeed(scene))));
    }
    return scenes;
  }

  private RolloutOptions options(RolloutManifest manifest) {
    return new RolloutOptions(
        folder,
        manifest.seed(),
        manifest.scenes(),
        manifest.statesPerScene(),
        manifest.skillsPerState(),
        1,
        manifest.elsewhere());
  }

  /** Counts and hashes the rows of a finished run and writes the manifest. */
  RolloutManifest writeManifest(RolloutOptions options) throws IOException {
    MessageDigest digest = sha256();
    Map<String, Integer> byAction = new TreeMap<>();
    Map<String, Integer> successesByAction = new TreeMap<>();
    Map<String, Integer> byReason = new TreeMap<>();
    int rows = 0;
    int successes = 0;
    double seconds = 0;
    for (int scene = 0; scene < options.scenes(); scene++) {
      for (RolloutRow row : RolloutFile.read(sceneFile(scene), options.sceneSeed(scene))) {
        rows++;
        successes += row.success() ? 1 : 0;
        seconds += row.durationS();
        byAction.merge(row.action(), 1, Integer::sum);
        successesByAction.merge(row.action(), row.success() ? 1 : 0, Integer::sum);
        row.reason()
            .ifPresent(r -> byReason.merge(r.name().toLowerCase(Locale.ROOT), 1, Integer::sum));
        digest(digest, row);
      }
    }
    RolloutManifest manifest =
        new RolloutManifest(
            options.seed(),
            options.scenes(),
            options.statesPerScene(),
            options.skillsPerState(),
            options.elsewhere(),
            FeatureLayout.WIDTH,
            rows,
            successes,
            Math.round(seconds / 36) / 100.0,
            byAction,
            successesByAction,
            byReason,
            HexFormat.of().formatHex(digest.digest()));
    WholeFile.write(manifestFile(), JSON.writeValueAsString(manifest) + "\n");
    return manifest;
  }

  private static void digest(MessageDigest digest, RolloutRow row) {
    ByteBuffer numbers = ByteBuffer.allocate(4 * row.features().length + 10);
    for (float feature : row.features()) {
      numbers.putFloat(feature);
    }
    numbers.putFloat(row.durationS());
    numbers.putFloat(row.analytic());
    numbers.put((byte) (row.success() ? 1 : 0));
    numbers.put((byte) (row.executed() ? 1 : 0));
    digest.update(numbers.array());
    String reason = row.reason().map(Enum::name).orElse("");
    String texts =
        String.join("\n", row.action(), row.wording(), row.object(), row.place(), reason);
    digest.update(texts.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
