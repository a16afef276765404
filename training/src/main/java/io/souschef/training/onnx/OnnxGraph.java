package io.souschef.training.onnx;

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
import com.google.protobuf.UnsafeByteOperations;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An ONNX graph under construction (opset 17, IR version 8). Methods that add a node return the
 * name of its output. Used by one thread.
 */
public final class OnnxGraph {

  private static final int OPSET = 17;
  private static final int IR_VERSION = 8;

  private final GraphProto.Builder graph;
  private final Map<String, String> constants = new HashMap<>();
  private int nodes;

  public OnnxGraph(String name) {
    this.graph = GraphProto.newBuilder().setName(name);
  }

  /** Element types, with ONNX's numbers. */
  public enum Type {
    FLOAT(1),
    INT8(3),
    INT64(7);

    private final int number;

    Type(int number) {
      this.number = number;
    }
  }

  /**
   * Declares an input.
   *
   * @param shape lengths as numbers, or names of lengths that vary
   */
  public String input(String name, Type type, Object... shape) {
    graph.addInput(valueInfo(name, type, shape));
    return name;
  }

  /** Declares an output, which some node must yield under this name. */
  public void output(String name, Type type, Object... shape) {
    graph.addOutput(valueInfo(name, type, shape));
  }

  /** Adds a node with one output and a name of its own. */
  public String add(String operator, List<String> inputs, Attribute... attributes) {
    return addAs(operator + "_" + nodes, operator, inputs, attributes);
  }

  /** Adds a node whose output has the given name. */
  public String addAs(
      String output, String operator, List<String> inputs, Attribute... attributes) {
    NodeProto.Builder node =
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName("node_" + nodes++)
            .addAllInput(inputs)
            .addOutput(output);
    for (Attribute attribute : attributes) {
      node.addAttribute(attribute.proto());
    }
    graph.addNode(node);
    return output;
  }

  /** A float tensor, row-major. */
  public String floats(String name, float[] values, long... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return tensor(name, Type.FLOAT, bytes.array(), shape);
  }

  /** A tensor of signed bytes, row-major. */
  public String bytes(String name, byte[] values, long... shape) {
    return tensor(name, Type.INT8, values, shape);
  }

  /** A vector of integers, shared by all who ask for the same. */
  public String integers(long... values) {
    return constants.computeIfAbsent(Arrays.toString(values), key -> int64(values, values.length));
  }

  /** A single integer without dimensions. */
  public String integer(long value) {
    return constants.computeIfAbsent(Long.toString(value), key -> int64(new long[] {value}));
  }

  /** A single float without dimensions. */
  public String number(float value) {
    return constants.computeIfAbsent(
        value + "f", key -> floats("constant_" + constants.size(), new float[] {value}));
  }

  /**
   * Writes the finished model.
   *
   * @param metadata facts about the model that travel in its file
   */
  public void write(Path file, Map<String, String> metadata) throws IOException {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("souschef")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
            .setGraph(graph);
    metadata.forEach(
        (key, value) ->
            model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      model.build().writeTo(out);
    }
  }

  private String int64(long[] values, long... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return tensor("constant_" + constants.size(), Type.INT64, bytes.array(), shape);
  }

  private String tensor(String name, Type type, byte[] raw, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.number)
            .setRawData(UnsafeByteOperations.unsafeWrap(raw));
    for (long length : shape) {
      tensor.addDims(length);
    }
    graph.addInitializer(tensor);
    return name;
  }

  private static ValueInfoProto valueInfo(String name, Type type, Object... shape) {
    TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
    for (Object length : shape) {
      TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
      if (length instanceof Number number) {
        dimension.setDimValue(number.longValue());
      } else {
        dimension.setDimParam(length.toString());
      }
      dimensions.addDim(dimension);
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.number).setShape(dimensions)))
        .build();
  }

  /**
   * A node's attribute.
   *
   * @param proto as ONNX stores it
   */
  public record Attribute(AttributeProto proto) {

    public static Attribute of(String name, long value) {
      return new Attribute(
          AttributeProto.newBuilder()
              .setName(name)
              .setType(AttributeProto.AttributeType.INT)
              .setI(value)
              .build());
    }

    public static Attribute of(String name, float value) {
      return new Attribute(
          AttributeProto.newBuilder()
              .setName(name)
              .setType(AttributeProto.AttributeType.FLOAT)
              .setF(value)
              .build());
    }

    public static Attribute of(String name, List<Long> values) {
      return new Attribute(
          AttributeProto.newBuilder()
              .setName(name)
              .setType(AttributeProto.AttributeType.INTS)
              .addAllInts(values)
              .build());
    }
  }
}
