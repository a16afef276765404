package io.souschef.models.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The cache inputs of a decoder graph: {@code past_key_values.N.key} and {@code .value}, each
 * [batch, heads, tokens, width]. ONNX Runtime's arrays know no slicing or repeating, so both are
 * copies of bytes here.
 */
public record PastLayout(List<Input> inputs) {

  /** Arrays larger than this in sum are not copied for a larger batch. */
  private static final long MOST_BYTES = 256L << 20;

  /**
   * One input.
   *
   * @param heads number of key or value heads
   * @param width numbers of a head
   */
  public record Input(String name, long heads, long width, DataType type) {

    /** Bytes of one head for some tokens. */
    private int bytes(long tokens) {
      return Math.toIntExact(tokens * width * type.getNumOfBytes());
    }
  }

  public PastLayout {
    inputs = List.copyOf(inputs);
  }

  public NDList empty(NDManager manager, int batch) {
    NDList past = new NDList(inputs.size());
    for (Input input : inputs) {
      past.add(create(manager, input, buffer(0), batch, 0));
    }
    return past;
  }

  /** Takes the present arrays out of a graph's results and names them as its next past. */
  public NDList present(NDList results) {
    NDList present = new NDList(inputs.size());
    for (NDArray result : results) {
      if (result.getName().startsWith("present")) {
        int dot = result.getName().indexOf('.');
        result.setName("past_key_values" + result.getName().substring(dot));
        present.add(result);
      }
    }
    return present;
  }

  /** The first tokens of a past of one sequence. */
  NDList first(NDManager manager, NDList past, int tokens) {
    NDList first = new NDList(inputs.size());
    for (Input input : inputs) {
      NDArray array = past.get(input.name());
      ByteBuffer from = array.toByteBuffer(true);
      int head = input.bytes(array.getShape().get(2));
      ByteBuffer to = buffer(input.bytes(tokens) * input.heads());
      for (int i = 0; i < input.heads(); i++) {
        to.put(from.slice(i * head, input.bytes(tokens)));
      }
      first.add(create(manager, input, to.flip(), 1, tokens));
    }
    return first;
  }

  /** The same past for every sequence of a batch. */
  public NDList repeated(NDManager manager, NDList past, int batch) {
    if (batch == 1) {
      return past;
    }
    NDList repeated = new NDList(inputs.size());
    for (Input input : inputs) {
      NDArray array = past.get(input.name());
      long tokens = array.getShape().get(2);
      ByteBuffer from = array.toByteBuffer(true);
      ByteBuffer to = buffer(input.bytes(tokens) * input.heads() * batch);
      for (int i = 0; i < batch; i++) {
        to.put(from.duplicate());
      }
      repeated.add(create(manager, input, to.flip(), batch, tokens));
    }
    return repeated;
  }

  /** Largest batch whose past of so many tokens is worth its memory; at least 1. */
  public int largestBatch(int tokens) {
    long bytes = inputs.stream().mapToLong(input -> input.bytes(tokens) * input.heads()).sum();
    return (int) Math.max(1, Math.min(16, MOST_BYTES / Math.max(1, bytes)));
  }

  private static ByteBuffer buffer(long bytes) {
    return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
  }

  private static NDArray create(
      NDManager manager, Input input, ByteBuffer bytes, int batch, long tokens) {
    Shape shape = new Shape(batch, input.heads(), tokens, input.width());
    NDArray array = manager.create(bytes, shape, input.type());
    array.setName(input.name());
    return array;
  }
}
