package io.souschef.training.affordance.rollout;

import io.souschef.models.affordance.FeatureLayout;
import io.souschef.skills.InvalidInputException;
import io.souschef.skills.execution.FailureReason;
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
 * The rows of one scene in one file, gzipped and big-endian: magic, width of a row, seed of the
 * scene, the different texts, then row after row. A file appears whole or not at all, so that an
 * interrupted run can go on.
 */
final class RolloutFile {

  private static final int MAGIC = 0x43414E31;
  private static final int END = 0x454E4431;
  private static final FailureReason[] REASONS = FailureReason.values();

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
      for (String text : List.of(row.action(), row.wording(), row.object(), row.place())) {
        texts.putIfAbsent(text, texts.size());
      }
    }
    out.writeInt(MAGIC);
    out.writeInt(FeatureLayout.WIDTH);
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
      for (String text : List.of(row.action(), row.wording(), row.object(), row.place())) {
        out.writeShort(texts.getOrDefault(text, 0));
      }
      out.writeBoolean(row.success());
      out.writeByte(row.reason().map(Enum::ordinal).orElse(-1));
      out.writeFloat(row.durationS());
      out.writeFloat(row.analytic());
      out.writeBoolean(row.executed());
    }
    out.writeInt(END);
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
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))))) {
      if (in.readInt() != MAGIC || in.readInt() != FeatureLayout.WIDTH) {
        throw new InvalidInputException(
            "Rollout file '%s' was made by another version of Souschef; delete its folder and roll out again"
                .formatted(file));
      }
      if (in.readLong() != sceneSeed) {
        throw new InvalidInputException(
            "Rollout file '%s' belongs to another seed; choose an empty folder".formatted(file));
      }
      return readRows(in);
    } catch (IOException e) {
      throw new InvalidInputException(
          "Rollout file '%s' is damaged (%s); delete it and run again"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static List<RolloutRow> readRows(DataInputStream in) throws IOException {
    String[] texts = new String[in.readInt()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = in.readUTF();
    }
    int count = in.readInt();
    List<RolloutRow> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      float[] features = new float[FeatureLayout.WIDTH];
      for (int k = 0; k < features.length; k++) {
        features[k] = in.readFloat();
      }
      String action = texts[in.readShort()];
      String wording = texts[in.readShort()];
      String object = texts[in.readShort()];
      String place = texts[in.readShort()];
      boolean success = in.readBoolean();
      int reason = in.readByte();
      rows.add(
          new RolloutRow(
              features,
              action,
              wording,
              object,
              place,
              success,
              reason < 0 ? Optional.empty() : Optional.of(REASONS[reason]),
              in.readFloat(),
              in.readFloat(),
              in.readBoolean()));
    }
    if (in.readInt() != END) {
      throw new IOException("its end is missing");
    }
    return rows;
  }
}
