package io.souschef.training.affordance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.souschef.models.affordance.OnnxAffordanceFunction;
import io.souschef.models.text.TextEmbedder;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Observation;
import io.souschef.training.affordance.evaluation.BinaryMetrics;
import io.souschef.training.affordance.evaluation.RowScores;
import io.souschef.training.affordance.rollout.RolloutFolder;
import io.souschef.training.affordance.rollout.RolloutOptions;
import io.souschef.training.affordance.rollout.Rollouts;
import io.souschef.training.affordance.rollout.ToyWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Learns the toy kitchen with the real trainer, and checks what comes out of the real export. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanTrainerTest {

  private static final CanTrainer.Options OPTIONS = new CanTrainer.Options(3, 8, 8, 64, 4e-3f);

  private TextEmbedder embedder;
  private DataSplit split;
  private TrainedAffordance trained;
  private Path file;

  @BeforeAll
  void trainAndExport(@TempDir Path folder) throws IOException {
    CanTrainer.engine(); // before anything else starts PyTorch with more threads
    embedder = TextEmbedder.open();
    RolloutOptions options = new RolloutOptions(folder.resolve("rows"), 9, 50, 8, 8, 2, 0);
    new Rollouts(ToyWorld::create, ToyWorld::create, SkillLibrary.standard())
        .run(options, (scenes, rows) -> {});
    split = DataSplit.of(new RolloutFolder(options.folder()).read(), 1);
    trained = train();
    file = Files.createDirectories(Path.of("target", "can-trainer-test")).resolve("toy.onnx");
    CanGraph.of(trained).write(file);
  }

  @AfterAll
  void close() {
    embedder.close();
  }

  private TrainedAffordance train() {
    return new CanTrainer(OPTIONS, embedder, Paraphrases.standard()).train(split, line -> {});
  }

  @Test
  void theExportedGraphLearnsWhatTheKitchenAllows() {
    try (OnnxAffordanceFunction function = OnnxAffordanceFunction.open(file)) {
      assertThat(RowScores.learned(function, split.testSeen()).metrics().auc()).isGreaterThan(0.93);
      BinaryMetrics always = RowScores.always(split.testSeen()).metrics();
      assertThat(RowScores.learned(function, split.testSeen()).metrics().brier())
          .isLessThan(always.brier() / 3);
    }
  }

  @Test
  void theExportedGraphAgreesWithPyTorch() {
    double[] torch = CanTrainer.probabilities(trained, embedder, split.testSeen());
    try (OnnxAffordanceFunction function = OnnxAffordanceFunction.open(file)) {
      double[] onnx = RowScores.learned(function, split.testSeen()).predicted();
      assertThat(onnx).containsExactly(torch, within(1e-4));
    }
  }

  @Test
  void theSameSeedGivesTheSameWeights() {
    for (int again = 0; again < 3; again++) {
      Map<String, float[]> weights = train().weights();
      trained.weights().forEach((name, values) -> assertThat(weights.get(name)).isEqualTo(values));
    }
  }

  @Test
  void aSplitKeepsScenesAndHeldOutKindsApart() {
    assertThat(split.heldOutKinds()).isNotEmpty();
    assertThat(split.train()).noneMatch(row -> split.heldOutKinds().contains(row.object()));
    assertThat(split.validation()).noneMatch(row -> split.heldOutKinds().contains(row.object()));
    assertThat(split.testUnseen()).allMatch(row -> split.heldOutKinds().contains(row.object()));
  }

  @Test
  void aSkillWordedAnewIsUnderstood() {
    try (OnnxAffordanceFunction function = OnnxAffordanceFunction.open(file)) {
      double release = meanWithEmptyHand(function, "let go", "let go of the object");
      double look = meanWithEmptyHand(function, "seek", "seek out an object");
      assertThat(look).isGreaterThan(release + 0.2);
    }
  }

  /** Over the first states of some worlds and all that is seen in them. */
  private static double meanWithEmptyHand(
      OnnxAffordanceFunction function, String text, String wording) {
    List<Double> values = new ArrayList<>();
    for (int seed = 1; seed <= 12; seed++) {
      try (ToyWorld world = ToyWorld.create(seed)) {
        Observation observation = world.robot().observe();
        List<GroundedSkill> skills =
            observation.objects().stream()
                .map(object -> Map.of("object", object.kind()))
                .map(object -> new GroundedSkill("x", text, wording, object))
                .toList();
        DoubleStream.of(function.values(observation, skills)).forEach(values::add);
      }
    }
    return values.stream().mapToDouble(value -> value).average().orElseThrow();
  }
}
