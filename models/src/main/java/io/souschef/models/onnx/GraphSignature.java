package io.souschef.models.onnx;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.PlainFile;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an ONNX graph takes and gives, read from the head of the file without loading the weights.
 * DJL tells the names alone; types and static dimensions are needed to feed an empty cache.
 *
 * @param inputs inputs in the graph's order
 * @param outputs outputs in the graph's order
 * @param operators operator types that occur, with their domain when it is not ONNX's own:
 *     "com.microsoft.GroupQueryAttention"
 */
public record GraphSignature(List<Value> inputs, List<Value> outputs, Set<String> operators) {

  /**
   * A tensor that goes in or out.
   *
   * @param name its name
   * @param type ONNX element type: 1 float, 7 int64, 9 bool, 10 float16
   * @param dimensions static sizes, -1 where the size is free
   */
  public record Value(String name, int type, List<Long> dimensions) {}

  public GraphSignature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    operators = Set.copyOf(operators);
  }

  /** The input of this name. */
  public Optional<Value> input(String name) {
    return inputs.stream().filter(value -> value.name().equals(name)).findFirst();
  }

  /**
   * Reads a file.
   *
   * @throws InvalidInputException when it is missing or no ONNX model
   */
  public static GraphSignature read(Path file) {
    if (new PlainFile("Model file", file).require() > Integer.MAX_VALUE) {
      throw new InvalidInputException(
          "Model file '%s' is larger than 2 GiB, the most that an ONNX graph may have; keep its weights in files beside it (external data)"
              .formatted(file));
    }
    try (FileChannel channel = FileChannel.open(file)) {
      return parse(file.toString(), channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidInputException(
          "Model file '%s' cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Names of the files beside a graph that hold its weights, as the graph tells them.
   *
   * @throws InvalidInputException when it is missing or no ONNX model
   */
  public static Set<String> weightFiles(Path file) {
    Set<String> names = new TreeSet<>();
    for (ProtoField initializer : initializers(file)) {
      for (ProtoField part : ProtoField.all(initializer.bytes())) {
        if (part.number() == 13) {
          String key = "";
          String value = "";
          for (ProtoField entry : ProtoField.all(part.bytes())) {
            key = entry.number() == 1 ? entry.text() : key;
            value = entry.number() == 2 ? entry.text() : value;
          }
          if (key.equals("location")) {
            names.add(value);
          }
        }
      }
    }
    return names;
  }

  private static List<ProtoField> initializers(Path file) {
    read(file);
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer model = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return ProtoField.inside(model, 7).stream().filter(field -> field.number() == 5).toList();
    } catch (IOException | IllegalArgumentException | BufferUnderflowException e) {
      throw OnnxSession.damaged(file.toString(), e);
    }
  }

  /**
   * Reads a model in memory.
   *
   * @param name for messages
   */
  public static GraphSignature parse(String name, ByteBuffer model) {
    try {
      List<Value> inputs = new ArrayList<>();
      List<Value> outputs = new ArrayList<>();
      Set<String> operators = new HashSet<>();
      for (ProtoField field : ProtoField.all(model)) {
        if (field.number() == 7) {
          for (ProtoField part : ProtoField.all(field.bytes())) {
            switch (part.number()) {
              case 1 -> operators.add(operator(part.bytes()));
              case 11 -> inputs.add(value(part.bytes()));
              case 12 -> outputs.add(value(part.bytes()));
              default -> {}
            }
          }
        }
      }
      if (outputs.isEmpty()) {
        throw new IllegalArgumentException("it has no graph");
      }
      return new GraphSignature(inputs, outputs, operators);
    } catch (IllegalArgumentException | ArithmeticException | BufferUnderflowException e) {
      throw OnnxSession.damaged(name, e);
    }
  }

  private static String operator(ByteBuffer node) {
    String type = "";
    String domain = "";
    for (ProtoField field : ProtoField.all(node)) {
      if (field.number() == 4) {
        type = field.text();
      } else if (field.number() == 7) {
        domain = field.text();
      }
    }
    return domain.isEmpty() ? type : domain + "." + type;
  }

  private static Value value(ByteBuffer info) {
    String name = "";
    int type = 0;
    List<Long> dimensions = new ArrayList<>();
    for (ProtoField field : ProtoField.all(info)) {
      if (field.number() == 1) {
        name = field.text();
      } else if (field.number() == 2) {
        for (ProtoField tensor : ProtoField.inside(field.bytes(), 1)) {
          if (tensor.number() == 1) {
            type = Math.toIntExact(tensor.value());
          } else if (tensor.number() == 2) {
            for (ProtoField dimension : ProtoField.all(tensor.bytes())) {
              dimensions.add(
                  ProtoField.all(dimension.bytes()).stream()
                      .filter(size -> size.number() == 1)
                      .mapToLong(ProtoField::value)
                      .findFirst()
                      .orElse(-1));
            }
          }
        }
      }
    }
    return new Value(name, type, List.copyOf(dimensions));
  }
}
