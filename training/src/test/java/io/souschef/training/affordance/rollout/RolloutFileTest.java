package io.souschef.training.affordance.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.models.affordance.FeatureLayout;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.failure.InvalidInputException;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloutFileTest {

  private static final long SEED = 7;

  @TempDir private Path folder;

  private static RolloutRow row(Optional<FailureReason> reason) {
    return new RolloutRow(
        new float[FeatureLayout.WIDTH],
        "pick_up",
        "pick up the object",
        "coke",
        "",
        reason.isEmpty(),
        reason,
        1.5f,
        0.5f,
        true);
  }

  private Path written() throws IOException {
    Path file = folder.resolve("scene.rows.gz");
    RolloutFile.write(
        file,
        SEED,
        Stream.concat(
                Stream.of(Optional.<FailureReason>empty()),
                Arrays.stream(FailureReason.values()).map(Optional::of))
            .map(RolloutFileTest::row)
            .toList());
    return file;
  }

  @Test
  void everyReasonComesBack() throws IOException {
    List<RolloutRow> read = RolloutFile.read(written(), SEED);
    assertThat(read.get(0).reason()).isEmpty();
    assertThat(read.stream().skip(1).map(row -> row.reason().orElseThrow()))
        .containsExactly(FailureReason.values());
  }

  @Test
  void reasonsGoByNameSoThatTheirOrderMayChange() throws IOException {
    Path file = written();
    String text = new String(unzipped(file), StandardCharsets.ISO_8859_1);
    assertThat(text).contains(FailureReason.NOT_FOUND.name(), FeatureLayout.signature());
    String other =
        text.replace(
            FailureReason.NOT_FOUND.name(), "X".repeat(FailureReason.NOT_FOUND.name().length()));
    zip(file, other.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> RolloutFile.read(file, SEED))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is damaged");
  }

  @Test
  void anOlderFileIsRefused() throws IOException {
    Path file = folder.resolve("old.rows.gz");
    try (DataOutputStream out =
        new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(0x43414E31);
      out.writeInt(FeatureLayout.WIDTH);
      out.writeLong(SEED);
    }
    assertThatThrownBy(() -> RolloutFile.read(file, SEED))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("made by another version");
  }

  @Test
  void damageOfAnyKindIsOneSentence() throws IOException {
    byte[] whole = unzipped(written());
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      byte[] damaged =
          Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(whole.length) : whole.length);
      for (int k = 0; k < 3 && damaged.length > 0; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Path file = zip(folder.resolve("damaged"), damaged);
      try {
        RolloutFile.read(file, SEED);
      } catch (InvalidInputException e) {
        assertThat(e).hasMessageStartingWith("Rollout file '" + file + "'");
      }
    }
  }

  private static byte[] unzipped(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private static Path zip(Path file, byte[] content) throws IOException {
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content);
    }
    return file;
  }
}
