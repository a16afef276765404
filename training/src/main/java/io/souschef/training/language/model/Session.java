package io.souschef.training.language.model;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import io.souschef.models.language.token.PromptTokens;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.training.language.model.batch.Batch;
import io.souschef.training.language.model.batch.OutputTokens;
import io.souschef.training.language.model.network.PrefixLanguageModel;
import io.souschef.training.language.model.network.Weights;
import java.util.List;
import java.util.OptionalDouble;

/** The network inside the PyTorch engine. Owned by one thread, and closed by it. */
final class Session implements AutoCloseable {

  private static final String ENGINE = "PyTorch";
  private static final float LONGEST_GRADIENT = 1;

  private final Model model;
  private final PrefixLanguageModel block;
  private final AdamW optimizer;
  private final Trainer trainer;
  private final OutputTokens output;
  private int overflows;

  /**
   * Opens a session.
   *
   * @throws InvalidInputException when the engine is not on the class path
   */
  Session(Weights weights, OutputTokens output, AdamW optimizer) {
    this.output = output;
    this.optimizer = optimizer;
    this.model = open();
    this.block = new PrefixLanguageModel(weights.shape());
    block.load(model.getNDManager(), weights);
    model.setBlock(block);
    this.trainer =
        model.newTrainer(
            new DefaultTrainingConfig(Loss.l2Loss()) // never used: losses are computed here
                .optOptimizer(optimizer)
                .optDevices(new Device[] {Device.cpu()}));
  }

  /** Whether the PyTorch engine is on the class path and its libraries load. */
  static boolean isPossible() {
    try {
      return Engine.hasEngine(ENGINE) && Engine.getEngine(ENGINE) != null;
    } catch (EngineException | UnsatisfiedLinkError e) {
      return false;
    }
  }

  private static Model open() {
    if (!Engine.hasEngine(ENGINE)) {
      throw new InvalidInputException(
          "Training needs DJL's PyTorch engine, which is not on the class path; build without"
              + " -Dsouschef.package");
    }
    return Model.newInstance("say", ENGINE);
  }

  /**
   * Learns from a batch. Returns the mean of -log p a token, natural log, before the update; empty
   * when the arithmetic overflowed and the batch was passed over.
   *
   * @throws TrainingOverflow when the batch before overflowed too: then the weights themselves have
   */
  OptionalDouble learn(List<PromptTokens> sequences) {
    try (NDManager manager = trainer.getManager().newSubManager()) {
      Batch batch = Batch.of(manager, sequences, output);
      double loss;
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDArray mean = loss(trainer.forward(batch.inputs()), batch);
        loss = mean.getFloat();
        collector.backward(mean);
      }
      if (!clipGradient(manager) || !Double.isFinite(loss)) {
        if (++overflows > 1) {
          throw new TrainingOverflow();
        }
        return OptionalDouble.empty();
      }
      optimizer.beginUpdate();
      trainer.step();
      overflows = 0;
      return OptionalDouble.of(loss);
    }
  }

  /** The token that comes first at each place where a skill's token stands, and the loss there. */
  Said predict(List<PromptTokens> sequences) {
    try (NDManager manager = trainer.getManager().newSubManager()) {
      Batch batch = Batch.of(manager, sequences, output);
      NDList logits = trainer.evaluate(batch.inputs());
      double loss = loss(logits, batch).getFloat();
      long[] best = logits.head().argMax(-1).toLongArray();
      int[] tokens = new int[best.length];
      for (int i = 0; i < best.length; i++) {
        tokens[i] = output.token((int) best[i]);
      }
      return new Said(tokens, loss);
    }
  }

  /** Logits [N, V'] of a batch, row-major: for comparing with an exported graph. */
  float[] logits(List<PromptTokens> sequences) {
    try (NDManager manager = trainer.getManager().newSubManager()) {
      return trainer.evaluate(Batch.of(manager, sequences, output).inputs()).head().toFloatArray();
    }
  }

  /**
   * What the network would say.
   *
   * @param tokens best token for each predicted place, in the order of the batch
   * @param loss mean of -log p a token, natural log
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Said(int[] tokens, double loss) {}

  Weights weights() {
    return block.weights();
  }

  private static NDArray loss(NDList logits, Batch batch) {
    return logits.head().logSoftmax(-1).gather(batch.targets(), 1).neg().mean();
  }

  /** Scales the gradient down to length one where it is longer. Returns whether it is finite. */
  private boolean clipGradient(NDManager manager) {
    double squares = 0;
    List<NDArray> gradients =
        block.getParameters().values().stream()
            .map(Parameter::getArray)
            .filter(NDArray::hasGradient)
            .map(NDArray::getGradient)
            .toList();
    for (NDArray gradient : gradients) {
      gradient.attach(manager);
      squares += gradient.square().sum().getFloat();
    }
    double length = Math.sqrt(squares);
    if (Double.isFinite(length) && length > LONGEST_GRADIENT) {
      gradients.forEach(gradient -> gradient.muli(LONGEST_GRADIENT / length));
    }
    return Double.isFinite(length);
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
