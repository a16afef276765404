package io.souschef.models.onnx;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.onnxruntime.engine.OrtSymbolBlock;
import ai.djl.training.ParameterStore;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.souschef.skills.failure.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A loaded ONNX graph with its native session. Owned and closed by one object, used by one thread
 * at a time.
 */
public final class OnnxSession implements AutoCloseable {

  private final String name;
  private final GraphSignature signature;
  private final Model model;
  private final ParameterStore parameters = new ParameterStore();

  private OnnxSession(String name, GraphSignature signature, Model model) {
    this.name = name;
    this.signature = signature;
    this.model = model;
  }

  /**
   * Opens a file; weights that lie in files beside it are found.
   *
   * @param threads threads inside an operator, at least 1
   * @throws InvalidInputException when it is missing, damaged or no ONNX model
   */
  public static OnnxSession open(Path file, int threads) {
    GraphSignature signature = GraphSignature.read(file);
    return open(
        file.toString(),
        signature,
        threads,
        (model, options) -> {
          Path folder = file.toAbsolutePath().getParent();
          if (folder == null || !Files.isRegularFile(file)) {
            throw new InvalidInputException("Model file '%s' is no file".formatted(file));
          }
          model.load(folder, String.valueOf(file.getFileName()), options);
        });
  }

  /**
   * Opens a model in memory.
   *
   * @param name for messages
   * @param threads threads inside an operator, at least 1
   * @throws InvalidInputException when it is damaged or no ONNX model
   */
  public static OnnxSession open(String name, byte[] bytes, int threads) {
    return open(
        name,
        GraphSignature.parse(name, ByteBuffer.wrap(bytes)),
        threads,
        (model, options) -> model.load(new ByteArrayInputStream(bytes), options));
  }

  private static OnnxSession open(
      String name, GraphSignature signature, int threads, Loader loader) {
    Model model = OnnxEngine.newModel(name);
    try (SessionOptions options = options(threads)) {
      loader.load(model, Map.of("sessionOptions", options));
      return new OnnxSession(name, signature, model);
    } catch (IOException | MalformedModelException | EngineException | OrtException e) {
      model.close();
      throw damaged(name, e);
    }
  }

  private static SessionOptions options(int threads) throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setIntraOpNumThreads(threads);
    // Spinning threads starve everything else on a small machine.
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    // Folds int8 weights to floats once at load; the other way changes scores with the batch.
    options.addConfigEntry("session.disable_quant_qdq", "1");
    return options;
  }

  static InvalidInputException damaged(String name, Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new InvalidInputException(
        "Model file '%s' is damaged or no ONNX model (%s); fetch or train it again"
            .formatted(name, String.valueOf(cause.getMessage()).lines().findFirst().orElse("")),
        e);
  }

  public GraphSignature signature() {
    return signature;
  }

  /** The graph's {@code metadata_props}. */
  public Map<String, String> metadata() {
    return ((OrtSymbolBlock) model.getBlock()).getCustomMetadata();
  }

  /** A manager for arrays of this engine; whoever asks closes it. */
  public NDManager newManager() {
    return model.getNDManager().newSubManager();
  }

  /**
   * Runs the graph.
   *
   * @param inputs every input, named; the outputs belong to the manager of the first
   * @return every output, named
   * @throws EngineException when shapes or types do not fit
   */
  public NDList run(NDList inputs) {
    return model.getBlock().forward(parameters, inputs, false);
  }

  @Override
  public void close() {
    model.close();
  }

  @Override
  public String toString() {
    return name;
  }

  @FunctionalInterface
  private interface Loader {
    void load(Model model, Map<String, SessionOptions> options)
        throws IOException, MalformedModelException;
  }
}
