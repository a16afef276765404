package io.souschef.training.affordance.model;

import io.souschef.models.affordance.FeatureLayout;
import io.souschef.models.text.TextEmbedder;
import io.souschef.training.onnx.OnnxGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * The trained network as {@code can.onnx}: standardisation before it and calibration after it are
 * part of the graph, so that a caller gives natural units and gets probabilities. The three
 * projections are computed once for each different text and then gathered.
 */
public final class CanGraph {

  private static final OnnxGraph.Attribute TRANSPOSED = OnnxGraph.Attribute.of("transB", 1);

  private final TrainedAffordance trained;
  private final OnnxGraph graph = new OnnxGraph("affordance");

  private CanGraph(TrainedAffordance trained) {
    this.trained = trained;
    build();
  }

  public static CanGraph of(TrainedAffordance trained) {
    return new CanGraph(trained);
  }

  /** Writes the file; an earlier one is replaced only when the new one is complete. */
  public void write(Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    graph.write(draft, Map.of(FeatureLayout.METADATA_KEY, FeatureLayout.signature()));
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private void build() {
    String features = graph.input("features", OnnxGraph.Type.FLOAT, "skills", FeatureLayout.WIDTH);
    graph.input("texts", OnnxGraph.Type.FLOAT, "different_texts", TextEmbedder.WIDTH);
    String wording = projected("wording", AffordanceNet.WORDING);
    String object = projected("object", AffordanceNet.OBJECT);
    String place = projected("place", AffordanceNet.PLACE);
    String joined =
        graph.add(
            "Concat",
            List.of(standardised(features), wording, object, place),
            OnnxGraph.Attribute.of("axis", 1));
    String gate =
        graph.add(
            "Mul",
            List.of(
                graph.add("Sigmoid", List.of(linear("gate", wording, AffordanceNet.FIRST))),
                graph.number(2)));
    String first = relu(linear("first", joined, AffordanceNet.FIRST));
    String gated = graph.add("Mul", List.of(first, gate));
    String second = relu(linear("second", gated, AffordanceNet.SECOND));
    String probabilities = graph.add("Sigmoid", List.of(calibrated(linear("out", second, 1))));
    graph.addAs("probability", "Squeeze", List.of(probabilities, graph.integers(1)));
    graph.output("probability", OnnxGraph.Type.FLOAT, "skills");
  }

  private String standardised(String features) {
    Standardization standard = trained.standardization();
    String mean = graph.floats("mean", standard.mean(), FeatureLayout.WIDTH);
    String scale = graph.floats("scale", standard.scale(), FeatureLayout.WIDTH);
    return graph.add("Mul", List.of(graph.add("Sub", List.of(features, mean)), scale));
  }

  private String calibrated(String logits) {
    Calibration calibration = trained.calibration();
    String sloped = graph.add("Mul", List.of(logits, graph.number((float) calibration.slope())));
    return graph.add("Add", List.of(sloped, graph.number((float) calibration.offset())));
  }

  /** Projects the different texts and gathers the rows of one argument. */
  private String projected(String name, int width) {
    String index = graph.input(name, OnnxGraph.Type.INT64, "skills");
    String weight =
        graph.floats(name + ".weight", trained.weight(name + ".weight"), width, TextEmbedder.WIDTH);
    String table = graph.add("Gemm", List.of("texts", weight), TRANSPOSED);
    return graph.add("Gather", List.of(table, index));
  }

  private String linear(String name, String input, int outputs) {
    float[] values = trained.weight(name + ".weight");
    String weight = graph.floats(name + ".weight", values, outputs, values.length / outputs);
    String bias = graph.floats(name + ".bias", trained.weight(name + ".bias"), outputs);
    return graph.add("Gemm", List.of(input, weight, bias), TRANSPOSED);
  }

  private String relu(String input) {
    return graph.add("Relu", List.of(input));
  }
}
