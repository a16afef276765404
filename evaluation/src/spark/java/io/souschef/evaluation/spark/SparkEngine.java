package io.souschef.evaluation.spark;

import io.souschef.evaluation.engine.Engine;
import io.souschef.evaluation.engine.EpisodeResult;
import io.souschef.evaluation.engine.RunnerRecipe;
import io.souschef.evaluation.engine.ThreadEngine;
import io.souschef.evaluation.run.EpisodeKey;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Runs episodes on the executors of a Spark cluster. Each episode is a Spark job of one task, so
 * that its result is on the driver's disk as soon as it has ended, and Spark runs it again
 * elsewhere when its executor is lost.
 */
final class SparkEngine implements Engine {

  private static final String EXECUTOR_OPTIONS =
      "-XX:+UseSerialGC -Djava.awt.headless=true -Dai.djl.offline=true";

  private final RunnerRecipe recipe;
  private final String master;

  SparkEngine(RunnerRecipe recipe, String master) {
    this.recipe = recipe;
    this.master = master;
  }

  @Override
  public String name() {
    return "Spark, " + master;
  }

  @Override
  public void run(List<EpisodeKey> episodes, Consumer<EpisodeResult> sink) {
    SparkConf configuration =
        new SparkConf()
            .setMaster(master)
            .setAppName("souschef eval")
            .setIfMissing("spark.ui.enabled", "false")
            // Executors find Souschef where the driver does: on a disk that all machines see.
            .setIfMissing("spark.executor.extraClassPath", System.getProperty("java.class.path"))
            .setIfMissing("spark.executor.extraJavaOptions", EXECUTOR_OPTIONS);
    if (master.startsWith("local")) {
      configuration
          .setIfMissing("spark.driver.host", "127.0.0.1")
          .setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }
    try (JavaSparkContext context = new JavaSparkContext(configuration)) {
      // A driver's thread for each core of the cluster waits for that core's episode.
      int cores = Math.max(1, context.defaultParallelism());
      new ThreadEngine(() -> new RemoteRunner(context, recipe), cores).run(episodes, sink);
    }
  }
}
