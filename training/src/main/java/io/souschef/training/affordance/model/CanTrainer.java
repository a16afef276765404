package io.souschef.training.affordance.model;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.souschef.models.text.TextEmbedder;
import io.souschef.training.affordance.rollout.RolloutRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Trains {@link AffordanceNet} with DJL's PyTorch engine: AdamW on the log loss, a cosine schedule,
 * early stopping on validation scenes, then calibration on the same. The result depends on the rows
 * and the options alone.
 */
public final class CanTrainer {

  /**
   * How to train.
   *
   * @param seed of weights, order and dropout
   * @param epochs passes over the rows at most
   * @param patience epochs without a better validation loss before it stops
   * @param batchSize rows per update
   * @param learningRate at the start
   */
  public record Options(long seed, int epochs, int patience, int batchSize, float learningRate) {
    /** What the shipped model was trained with. */
    public static Options standard(long seed) {
      return new Options(seed, 40, 8, 256, 2e-3f);
    }
  }

  private static final float WEIGHT_DECAY = 0.02f;
  private static final int EVALUATION_BATCH = 4096;

  private final Options options;
  private final TextEmbedder embedder;
  private final Paraphrases paraphrases;

  public CanTrainer(Options options, TextEmbedder embedder, Paraphrases paraphrases) {
    this.options = options;
    this.embedder = embedder;
    this.paraphrases = paraphrases;
  }

  /**
   * Trains.
   *
   * @param log told one line per epoch
   */
  public TrainedAffordance train(DataSplit split, Consumer<String> log) {
    Standardization standardization = Standardization.of(split.train());
    Batches batches = new Batches(standardization, new TextTable(embedder), paraphrases);
    batches.register(split.train());
    batches.register(split.validation());
    engine().setRandomSeed((int) options.seed());
    try (Model model = Model.newInstance("can", "PyTorch")) {
      AffordanceNet net = new AffordanceNet();
      net.initialize(model.getNDManager(), new Random(options.seed()));
      model.setBlock(net);
      try (Trainer trainer = model.newTrainer(config(split.train().size()))) {
        Run run = new Run(trainer, net, batches, split);
        run.train(log);
        Calibration calibration = Calibration.fit(run.bestLogits, labels(split.validation()));
        return new TrainedAffordance(
            run.bestWeights, standardization, calibration, run.bestEpoch, run.bestLoss);
      }
    }
  }

  /**
   * PyTorch on one thread: the matrices are small, and OpenMP threads that wait for each other on a
   * busy machine made training twenty times slower. DJL's ONNX engine starts PyTorch behind the
   * scenes where it finds it, so this comes before any model is loaded.
   */
  public static Engine engine() {
    for (String threads : List.of("num_threads", "num_interop_threads")) {
      String property = "ai.djl.pytorch." + threads;
      if (System.getProperty(property) == null) {
        System.setProperty(property, "1");
      }
    }
    return Engine.getEngine("PyTorch");
  }

  /**
   * Probabilities by the PyTorch engine, to compare an exported graph with.
   *
   * @return P(success), calibrated, for each row
   */
  static double[] probabilities(
      TrainedAffordance trained, TextEmbedder embedder, List<RolloutRow> rows) {
    Batches batches =
        new Batches(
            trained.standardization(),
            new TextTable(embedder),
            new Paraphrases(Map.of(), Map.of()));
    batches.register(rows);
    engine();
    try (Model model = Model.newInstance("can", "PyTorch")) {
      NDManager manager = model.getNDManager();
      AffordanceNet net = new AffordanceNet();
      net.restore(manager, trained.weights());
      NDList inputs = batches.inputs(manager, batches.table(manager), rows);
      float[] logits =
          net.forward(new ParameterStore(manager, false), inputs, false).head().toFloatArray();
      double[] probabilities = new double[logits.length];
      for (int i = 0; i < logits.length; i++) {
        probabilities[i] = trained.calibration().probability(logits[i]);
      }
      return probabilities;
    }
  }

  private DefaultTrainingConfig config(int rows) {
    int updates = options.epochs() * ((rows - 1) / options.batchSize() + 1);
    Tracker cosine =
        update ->
            (float)
                (options.learningRate()
                    * (0.02
                        + 0.98
                            * 0.5
                            * (1 + Math.cos(Math.PI * Math.min(1, update / (double) updates)))));
    return new DefaultTrainingConfig(Loss.sigmoidBinaryCrossEntropyLoss())
        .optOptimizer(
            Optimizer.adamW().optLearningRateTracker(cosine).optWeightDecays(WEIGHT_DECAY).build())
        .optDevices(new Device[] {Device.cpu()});
  }

  private static boolean[] labels(List<RolloutRow> rows) {
    boolean[] labels = new boolean[rows.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = rows.get(i).success();
    }
    return labels;
  }

  /** Mean log loss of logits, nats. */
  static double logLoss(float[] logits, boolean[] labels) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double signed = labels[i] ? -logits[i] : logits[i];
      sum += Math.max(0, signed) + Math.log1p(Math.exp(-Math.abs(signed)));
    }
    return sum / logits.length;
  }

  private final class Run {
    private final Trainer trainer;
    private final AffordanceNet net;
    private final Batches batches;
    private final DataSplit split;
    private final NDArray table;
    private final Random random = new Random(options.seed());
    private Map<String, float[]> bestWeights;
    private float[] bestLogits = new float[0];
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int bestEpoch;

    Run(Trainer trainer, AffordanceNet net, Batches batches, DataSplit split) {
      this.trainer = trainer;
      this.net = net;
      this.batches = batches;
      this.split = split;
      this.table = batches.table(trainer.getManager());
      this.bestWeights = net.weights();
    }

    void train(Consumer<String> log) {
      List<RolloutRow> rows = new ArrayList<>(split.train());
      for (int epoch = 1; epoch <= options.epochs(); epoch++) {
        Collections.shuffle(rows, random);
        double loss = epoch(rows);
        float[] logits = logits(split.validation());
        double validation = logLoss(logits, labels(split.validation()));
        log.accept(
            String.format(
                Locale.ROOT,
                "epoch %2d  training loss %.4f  validation loss %.4f",
                epoch,
                loss,
                validation));
        if (validation < bestLoss) {
          bestLoss = validation;
          bestLogits = logits;
          bestWeights = net.weights();
          bestEpoch = epoch;
        } else if (epoch - bestEpoch >= options.patience()) {
          return;
        }
      }
    }

    private double epoch(List<RolloutRow> rows) {
      double sum = 0;
      int updates = 0;
      for (int from = 0; from < rows.size(); from += options.batchSize()) {
        List<RolloutRow> batch =
            rows.subList(from, Math.min(rows.size(), from + options.batchSize()));
        try (NDManager manager = trainer.getManager().newSubManager();
            GradientCollector gradients = trainer.newGradientCollector()) {
          NDList inputs = batches.varied(manager, table, batch, random);
          NDArray loss =
              trainer
                  .getLoss()
                  .evaluate(new NDList(Batches.labels(manager, batch)), trainer.forward(inputs));
          gradients.backward(loss);
          sum += loss.getFloat();
          updates++;
        }
        trainer.step();
      }
      return sum / updates;
    }

    private float[] logits(List<RolloutRow> rows) {
      float[] logits = new float[rows.size()];
      for (int from = 0; from < rows.size(); from += EVALUATION_BATCH) {
        List<RolloutRow> batch = rows.subList(from, Math.min(rows.size(), from + EVALUATION_BATCH));
        try (NDManager manager = trainer.getManager().newSubManager()) {
          float[] values =
              trainer.evaluate(batches.inputs(manager, table, batch)).head().toFloatArray();
          System.arraycopy(values, 0, logits, from, values.length);
        }
      }
      return logits;
    }
  }
}
