package io.souschef.training.language.model.network;

import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Sizes of a network, and the parameters that follow from them.
 *
 * @param vocabulary tokens
 * @param positions entries of the position table
 * @param width features of a token
 * @param heads attention heads; they divide the width
 * @param inner features of the feed-forward layers
 * @param layers transformer layers
 */
public record ModelShape(
    int vocabulary, int positions, int width, int heads, int inner, int layers) {

  /** MiniLM-L6. */
  public static final ModelShape MINILM = new ModelShape(30_522, 512, 384, 12, 1536, 6);

  /** The same with another number of layers. */
  public ModelShape withLayers(int count) {
    return new ModelShape(vocabulary, positions, width, heads, inner, count);
  }

  public int headWidth() {
    return width / heads;
  }

  /**
   * Name and shape of every parameter, in a fixed order. Matrices are [out, in]. {@code .g} and
   * {@code .b} are gain and bias, {@code qkv} the three projections of attention stacked.
   */
  public Map<String, Shape> parameters() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    shapes.put(Names.WORDS, new Shape(vocabulary, width));
    shapes.put(Names.POSITIONS, new Shape(positions, width));
    norm(shapes, Names.EMBEDDING_NORM);
    for (int i = 0; i < layers; i++) {
      linear(shapes, Names.layer(i, "qkv"), 3 * width, width);
      linear(shapes, Names.layer(i, "out"), width, width);
      norm(shapes, Names.layer(i, "norm1"));
      linear(shapes, Names.layer(i, "up"), inner, width);
      linear(shapes, Names.layer(i, "down"), width, inner);
      norm(shapes, Names.layer(i, "norm2"));
    }
    linear(shapes, Names.HEAD, width, width);
    norm(shapes, Names.HEAD_NORM);
    shapes.put(Names.OUTPUT_BIAS, new Shape(vocabulary));
    return shapes;
  }

  private static void linear(Map<String, Shape> shapes, String name, int out, int in) {
    shapes.put(name + ".w", new Shape(out, in));
    shapes.put(name + ".b", new Shape(out));
  }

  private void norm(Map<String, Shape> shapes, String name) {
    shapes.put(name + ".g", new Shape(width));
    shapes.put(name + ".b", new Shape(width));
  }

  /** Names of parameters. */
  public static final class Names {
    public static final String WORDS = "words";
    public static final String POSITIONS = "positions";
    public static final String EMBEDDING_NORM = "embedding_norm";
    public static final String HEAD = "head";
    public static final String HEAD_NORM = "head_norm";
    public static final String OUTPUT_BIAS = "output.b";

    private Names() {}

    public static String layer(int i, String part) {
      return String.format(Locale.ROOT, "layer%d.%s", i, part);
    }
  }
}
