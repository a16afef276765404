package io.souschef.training.affordance.rollout;

import io.souschef.models.affordance.FeatureLayout;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.PlainFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The rows of one scene in one file, gzipped and big-endian: magic, signature of the features, seed
 * of the scene, the different texts (words of skills and names of reasons), then row after row. A
 * file appears whole or not at all, so that an interrupted run can go on.
 */
final class RolloutFile {

  private static final int MAGIC = 0x43414E32;
  private static final int END = 0x454E4431;

  /** Texts and rows of a scene at most: more is damage. */
  private static final int MOST = 1 << 22;

  private static final String SUCCEEDED = "";

  private RolloutFile() {}

  static void write(Path file, long sceneSeed, List<RolloutRow> rows) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream gzip =
            new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(gzip))) {
      write(out, sceneSeed, rows);
    }
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(DataOutputStream out, long sceneSeed, List<RolloutRow> rows)
      throws IOException {
    Map<String, Integer> texts = new LinkedHashMap<>();
    for (RolloutRow row : rows) {
      texts(row).forEach(text -> texts.putIfAbsent(text, texts.size()));
    }
    out.writeInt(MAGIC);
    out.writeUTF(FeatureLayout.signature());
    out.writeLong(sceneSeed);
    out.writeInt(texts.size());
    for (String text : texts.keySet()) {
      out.writeUTF(text);
    }
    out.writeInt(rows.size());
    for (RolloutRow row : rows) {
      for (float feature : row.features()) {
        out.writeFloat(feature);
      }
      for (String text : texts(row)) {
        out.writeInt(texts.getOrDefault(text, 0));
      }
      out.writeBoolean(row.success());
      out.writeFloat(row.durationS());
      out.writeFloat(row.analytic());
      out.writeBoolean(row.executed());
    }
    out.writeInt(END);
  }

  /** What of a row is text; reasons go by their names, which outlive their order. */
  private static List<String> texts(RolloutRow row) {
    return List.of(
        row.action(),
        row.wording(),
        row.object(),
        row.place(),
        row.reason().map(Enum::name).orElse(SUCCEEDED));
  }

  /**
   * Reads a file.
   *
   * @throws InvalidInputException when it is damaged, or made for other features or another seed
   */
  static List<RolloutRow> read(Path file, long sceneSeed) {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(
                new GZIPInputStream(
                    new BufferedInputStream(new PlainFile("Rollout file", file).open()))))) {
      if (in.readInt() != MAGIC || !in.readUTF().equals(FeatureLayout.signature())) {
        throw new InvalidInputException(
            "Rollout file '%s' was made by another version of Souschef; delete its folder and roll out again"
                .formatted(file));
      }
      if (in.readLong() != sceneSeed) {
        throw new InvalidInputException(
            "Rollout file '%s' belongs to another seed; choose an empty folder".formatted(file));
      }
      return readRows(in);
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new InvalidInputException(
          "Rollout file '%s' is damaged (%s); delete it and run again"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static List<RolloutRow> readRows(DataInputStream in) throws IOException {
    String[] texts = new String[count(in)];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = in.readUTF();
    }
    int count = count(in);
    List<RolloutRow> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      float[] features = new float[FeatureLayout.WIDTH];
      for (int k = 0; k < features.length; k++) {
        features[k] = in.readFloat();
      }
      String action = texts[in.readInt()];
      String wording = texts[in.readInt()];
      String object = texts[in.readInt()];
      String place = texts[in.readInt()];
      String reason = texts[in.readInt()];
      boolean success = in.readBoolean();
      rows.add(
          new RolloutRow(
              features,
              action,
              wording,
              object,
              place,
              success,
              reason.equals(SUCCEEDED)
                  ? Optional.empty()
                  : Optional.of(FailureReason.valueOf(reason)),
              in.readFloat(),
              in.readFloat(),
              in.readBoolean()));
    }
    if (in.readInt() != END) {
      throw new IOException("its end is missing");
    }
    return rows;
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST) {
      throw new IOException("it counts " + count);
    }
    return count;
  }
}
