package io.souschef.training.language.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.souschef.training.language.model.network.Weights;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a training stands: all that is needed to go on.
 *
 * @param weights the network
 * @param moments the optimizer's, by parameter
 * @param state how far it is
 */
public record Checkpoint(Weights weights, Map<String, float[]> moments, State state) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * How far a training is.
   *
   * @param seed seed of the whole training
   * @param roundsDone rounds finished
   * @param updates updates made
   * @param history one entry a round
   */
  record State(long seed, int roundsDone, int updates, List<Round> history) {}

  /**
   * What a round came to.
   *
   * @param examples examples seen so far
   * @param loss mean of -log p a token in the round, natural log
   * @param heldOut loss on held-out examples after it
   * @param topOne share of held-out steps whose every token came first, in [0, 1]
   */
  record Round(int examples, double loss, double heldOut, double topOne) {}

  static Path weightsFile(Path folder) {
    return folder.resolve("weights.bin");
  }

  void save(Path folder) throws IOException {
    Files.createDirectories(folder);
    weights.save(weightsFile(folder));
    saveMoments(folder.resolve("moments.bin"));
    Path partial = folder.resolve("state.json.partial");
    JSON.writeValue(partial.toFile(), state);
    Files.move(partial, folder.resolve("state.json"), StandardCopyOption.REPLACE_EXISTING);
  }

  static Optional<Checkpoint> load(Path folder) throws IOException {
    if (!Files.exists(folder.resolve("state.json"))) {
      return Optional.empty();
    }
    Map<String, float[]> moments = new LinkedHashMap<>();
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(
                Files.newInputStream(folder.resolve("moments.bin")), 1 << 20))) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String name = in.readUTF();
        float[] value = new float[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(value.length * Float.BYTES)).asFloatBuffer().get(value);
        moments.put(name, value);
      }
    }
    return Optional.of(
        new Checkpoint(
            Weights.load(weightsFile(folder)),
            moments,
            JSON.readValue(folder.resolve("state.json").toFile(), State.class)));
  }

  private void saveMoments(Path file) throws IOException {
    Path partial = file.resolveSibling("moments.bin.partial");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(partial), 1 << 20))) {
      out.writeInt(moments.size());
      for (Map.Entry<String, float[]> moment : moments.entrySet()) {
        out.writeUTF(moment.getKey());
        out.writeInt(moment.getValue().length);
        ByteBuffer bytes = ByteBuffer.allocate(moment.getValue().length * Float.BYTES);
        bytes.asFloatBuffer().put(moment.getValue());
        out.write(bytes.array());
      }
    }
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
