package io.souschef.training.affordance.model;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.souschef.models.affordance.FeatureLayout;
import io.souschef.models.text.TextEmbedder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The trained network as {@code can.onnx} (opset 17): standardisation before it and calibration
 * after it are part of the graph, so that a caller gives natural units and gets probabilities. The
 * three projections are computed once for each different text and then gathered.
 */
public final class CanGraph {

  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private final TrainedAffordance trained;
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("affordance");

  private CanGraph(TrainedAffordance trained) {
    this.trained = trained;
  }

  public static CanGraph of(TrainedAffordance trained) {
    return new CanGraph(trained);
  }

  /** Writes the file; an earlier one is replaced only when the new one is complete. */
  public void write(Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(draft)) {
      build().writeTo(out);
    }
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private ModelProto build() {
    input("features", FLOAT, "skills", FeatureLayout.WIDTH);
    input("texts", FLOAT, "different_texts", TextEmbedder.WIDTH);
    input("wording", INT64, "skills");
    input("object", INT64, "skills");
    input("place", INT64, "skills");

    Standardization standard = trained.standardization();
    constant("mean", standard.mean(), FeatureLayout.WIDTH);
    constant("scale", standard.scale(), FeatureLayout.WIDTH);
    node("Sub", "centred", "features", "mean");
    node("Mul", "standardised", "centred", "scale");

    project("wording", AffordanceNet.WORDING);
    project("object", AffordanceNet.OBJECT);
    project("place", AffordanceNet.PLACE);
    axis(node("Concat", "joined", "standardised", "wording_code", "object_code", "place_code"), 1);
    linear("gate", "wording_code", AffordanceNet.FIRST, AffordanceNet.WORDING);
    linear("first", "joined", AffordanceNet.FIRST, AffordanceNet.JOINED);
    node("Sigmoid", "gate_half", "gate");
    constant("two", new float[] {2}, 1);
    node("Mul", "gate_open", "gate_half", "two");
    node("Relu", "first_active", "first");
    node("Mul", "first_gated", "first_active", "gate_open");
    linear("second", "first_gated", AffordanceNet.SECOND, AffordanceNet.FIRST);
    node("Relu", "second_active", "second");
    linear("out", "second_active", 1, AffordanceNet.SECOND);

    Calibration calibration = trained.calibration();
    constant("slope", new float[] {(float) calibration.slope()}, 1);
    constant("offset", new float[] {(float) calibration.offset()}, 1);
    node("Mul", "sloped", "out", "slope");
    node("Add", "calibrated", "sloped", "offset");
    node("Sigmoid", "probabilities", "calibrated");
    integers("last_axis", 1);
    node("Squeeze", "probability", "probabilities", "last_axis");
    graph.addOutput(value("probability", FLOAT, "skills"));
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .setProducerName("souschef")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
        .addMetadataProps(
            StringStringEntryProto.newBuilder()
                .setKey(FeatureLayout.METADATA_KEY)
                .setValue(FeatureLayout.signature()))
        .setGraph(graph)
        .build();
  }

  /** Projects the different texts and gathers the rows of one argument. */
  private void project(String name, int width) {
    constant(name + ".weight", trained.weight(name + ".weight"), width, TextEmbedder.WIDTH);
    transposed(node("Gemm", name + "_table", "texts", name + ".weight"));
    node("Gather", name + "_code", name + "_table", name);
  }

  private void linear(String name, String input, int outputs, int inputs) {
    constant(name + ".weight", trained.weight(name + ".weight"), outputs, inputs);
    constant(name + ".bias", trained.weight(name + ".bias"), outputs);
    transposed(node("Gemm", name, input, name + ".weight", name + ".bias"));
  }

  private NodeProto.Builder node(String operator, String output, String... inputs) {
    return graph
        .addNodeBuilder()
        .setOpType(operator)
        .setName(output)
        .addAllInput(List.of(inputs))
        .addOutput(output);
  }

  private static void transposed(NodeProto.Builder gemm) {
    attribute(gemm, "transB", 1);
  }

  private static void axis(NodeProto.Builder node, int axis) {
    attribute(node, "axis", axis);
  }

  private static void attribute(NodeProto.Builder node, String name, int value) {
    node.addAttribute(
        AttributeProto.newBuilder()
            .setName(name)
            .setType(AttributeProto.AttributeType.INT)
            .setI(value));
  }

  private void constant(String name, float[] values, long... dims) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    TensorProto.Builder tensor =
        graph
            .addInitializerBuilder()
            .setName(name)
            .setDataType(FLOAT)
            .setRawData(ByteString.copyFrom(bytes));
    for (long dim : dims) {
      tensor.addDims(dim);
    }
  }

  private void integers(String name, long value) {
    graph.addInitializerBuilder().setName(name).setDataType(INT64).addDims(1).addInt64Data(value);
  }

  private void input(String name, int type, Object... dims) {
    graph.addInput(value(name, type, dims));
  }

  private static ValueInfoProto.Builder value(String name, int type, Object... dims) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (Object dim : dims) {
      TensorShapeProto.Dimension.Builder dimension = shape.addDimBuilder();
      if (dim instanceof Integer size) {
        dimension.setDimValue(size);
      } else {
        dimension.setDimParam(dim.toString());
      }
    }
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor));
  }
}
