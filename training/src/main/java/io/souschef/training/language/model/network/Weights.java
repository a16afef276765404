package io.souschef.training.language.model.network;

import ai.djl.ndarray.types.Shape;
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
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The parameters of a network on the heap.
 *
 * @param shape its sizes
 * @param values row-major values by parameter name
 */
public record Weights(ModelShape shape, Map<String, float[]> values) {

  private static final double SPREAD = 0.04;

  public Weights {
    shape
        .parameters()
        .forEach(
            (name, wanted) -> {
              float[] found = values.get(name);
              if (found == null || found.length != wanted.size()) {
                throw new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "Parameter '%s' should have %d values, found %s",
                        name,
                        wanted.size(),
                        found == null ? "none" : found.length));
              }
            });
  }

  public float[] get(String name) {
    float[] value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("There is no parameter '%s'".formatted(name));
    }
    return value;
  }

  /** Small random values: for tests, and for a head on pretrained layers. */
  public static Weights random(ModelShape shape, RandomGenerator random) {
    Map<String, float[]> values = new LinkedHashMap<>();
    shape.parameters().forEach((name, s) -> values.put(name, random(name, s, random)));
    return new Weights(shape, values);
  }

  static float[] random(String name, Shape shape, RandomGenerator random) {
    float[] value = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < value.length; i++) {
      if (name.endsWith(".g")) {
        value[i] = 1;
      } else if (!name.endsWith(".b")) {
        value[i] = (float) (random.nextGaussian() * SPREAD);
      }
    }
    return value;
  }

  /** Writes all parameters, replacing the file in one step. */
  public void save(Path file) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(partial), 1 << 20))) {
      for (int size : sizes(shape)) {
        out.writeInt(size);
      }
      for (String name : shape.parameters().keySet()) {
        float[] value = get(name);
        ByteBuffer bytes = ByteBuffer.allocate(value.length * Float.BYTES);
        bytes.asFloatBuffer().put(value);
        out.write(bytes.array());
      }
    }
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  public static Weights load(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
      ModelShape shape =
          new ModelShape(
              in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
      Map<String, float[]> values = new LinkedHashMap<>();
      for (Map.Entry<String, Shape> parameter : shape.parameters().entrySet()) {
        float[] value = new float[Math.toIntExact(parameter.getValue().size())];
        ByteBuffer.wrap(in.readNBytes(value.length * Float.BYTES)).asFloatBuffer().get(value);
        values.put(parameter.getKey(), value);
      }
      return new Weights(shape, values);
    }
  }

  private static int[] sizes(ModelShape shape) {
    return new int[] {
      shape.vocabulary(),
      shape.positions(),
      shape.width(),
      shape.heads(),
      shape.inner(),
      shape.layers()
    };
  }
}
