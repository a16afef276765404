package io.souschef.training;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Gradients of a network's outputs, added up. */
public final class Gradients {

  private Gradients() {}

  /**
   * The gradient of every parameter that learns, by name.
   *
   * @param block makes the network, with its weights
   * @param inputs makes what it reads
   * @param between is done between the forward and the backward pass
   */
  public static Map<String, float[]> of(
      Function<NDManager, Block> block, Function<NDManager, NDList> inputs, Runnable between) {
    Engine.getEngine("PyTorch").setRandomSeed(1);
    try (Model model = Model.newInstance("gradients", "PyTorch")) {
      model.setBlock(block.apply(model.getNDManager()));
      DefaultTrainingConfig config =
          new DefaultTrainingConfig(Loss.l2Loss()).optDevices(new Device[] {Device.cpu()});
      try (Trainer trainer = model.newTrainer(config);
          NDManager manager = trainer.getManager().newSubManager();
          GradientCollector collector = trainer.newGradientCollector()) {
        NDArray sum = trainer.forward(inputs.apply(manager)).head().square().sum();
        between.run();
        collector.backward(sum);
        Map<String, float[]> gradients = new LinkedHashMap<>();
        model
            .getBlock()
            .getParameters()
            .forEach(
                parameter -> {
                  NDArray array = parameter.getValue().getArray();
                  if (array.hasGradient()) {
                    gradients.put(parameter.getKey(), array.getGradient().toFloatArray());
                  }
                });
        return gradients;
      }
    }
  }

  /** Lets the garbage collector free the memory of everything that nobody holds any more. */
  public static void collectGarbage() {
    for (int i = 0; i < 10; i++) {
      System.gc();
      try {
        Thread.sleep(20); // what is freed is freed on a thread of the collector's own
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
