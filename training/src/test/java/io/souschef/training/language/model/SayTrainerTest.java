package io.souschef.training.language.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.souschef.models.language.prompt.EmbeddedPrompt;
import io.souschef.models.language.prompt.MeaningPrompt;
import io.souschef.models.language.prompt.WordPieceTokenizer;
import io.souschef.models.language.token.PromptTokens;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.skills.SkillLibrary;
import io.souschef.training.language.corpus.Splits;
import io.souschef.training.language.corpus.wording.SkillWords;
import io.souschef.training.language.export.SayExport;
import io.souschef.training.language.model.batch.OutputTokens;
import io.souschef.training.language.model.batch.OutputVocabulary;
import io.souschef.training.language.model.network.ModelShape;
import io.souschef.training.language.model.network.Weights;
import io.souschef.training.language.text.EvaluationFilter;
import io.souschef.training.language.text.Request;
import io.souschef.training.language.text.RequestFiles;
import io.souschef.training.language.text.Translations;
import io.souschef.training.language.text.lexicon.Lexicon;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tiny network, trained and exported for real. */
class SayTrainerTest {

  private static final ModelShape TINY =
      new ModelShape(WordPieceTokenizer.VOCABULARY, EmbeddedPrompt.POSITIONS, 16, 2, 32, 2);

  private static final WordPieceTokenizer TOKENIZER = WordPieceTokenizer.open();
  private static final List<PromptTokens> EPISODES = episodes(new EmbeddedPrompt(TOKENIZER));
  private static final OutputTokens OUTPUT = output();

  @BeforeAll
  static void needsTheEngine() {
    Assumptions.assumeTrue(
        Network.isPossible(),
        "DJL's PyTorch engine is not on the class path or has no library for this machine");
  }

  @AfterAll
  static void close() {
    TOKENIZER.close();
  }

  @Test
  void theLossFallsFromStepToStep() {
    try (Session session = session(start(), 0, Map.of())) {
      double first = session.learn(EPISODES).orElseThrow();
      session.learn(EPISODES).orElseThrow();
      double third = session.learn(EPISODES).orElseThrow();

      assertThat(first).isCloseTo(Math.log(OUTPUT.ids().length), within(1.0));
      assertThat(third).isLessThan(first);
    }
  }

  @Test
  void wordEmbeddingsStayAsTheyAre() {
    try (Session session = session(start(), 0, Map.of())) {
      session.learn(EPISODES).orElseThrow();

      assertThat(session.weights().get(ModelShape.Names.WORDS))
          .isEqualTo(start().get(ModelShape.Names.WORDS));
      assertThat(session.weights().get("layer0.up.w")).isNotEqualTo(start().get("layer0.up.w"));
    }
  }

  @Test
  void aTrainingGoesOnFromACheckpointAsIfItHadNeverStopped(@TempDir Path folder)
      throws IOException {
    double uninterrupted;
    try (Session session = session(start(), 0, Map.of())) {
      session.learn(EPISODES).orElseThrow();
      session.learn(EPISODES).orElseThrow();
      uninterrupted = session.learn(EPISODES).orElseThrow();
    }
    AdamW optimizer = new AdamW(schedule(), 0, Map.of());
    try (Session session = new Session(start(), OUTPUT, optimizer)) {
      session.learn(EPISODES).orElseThrow();
      new Checkpoint(
              session.weights(),
              optimizer.moments(),
              new Checkpoint.State(1, 1, optimizer.updates(), List.of()))
          .save(folder);
    }
    Checkpoint saved = Checkpoint.load(folder).orElseThrow();
    try (Session session = session(saved.weights(), saved.state().updates(), saved.moments())) {
      session.learn(EPISODES).orElseThrow();

      assertThat(session.learn(EPISODES).orElseThrow()).isCloseTo(uninterrupted, within(1e-5));
    }
  }

  @Test
  void anOverflowIsPassedOverOnceAndThenEndsTheSession() {
    try (Session session = session(overflowed(), 0, Map.of())) {
      assertThat(session.learn(EPISODES)).isEmpty();
      assertThatThrownBy(() -> session.learn(EPISODES)).isInstanceOf(TrainingOverflow.class);
    }
  }

  @Test
  void aTrainingThatOverflowsAgainAndAgainEndsWithAdvice(@TempDir Path folder) {
    EmbeddedPrompt prompt = new EmbeddedPrompt(TOKENIZER);
    SkillWords words = new SkillWords(SkillLibrary.standard());
    Lexicon lexicon = Lexicon.read(Path.of("text"));
    List<Request> requests = RequestFiles.read(Path.of("text"));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    SayTrainer trainer =
        new SayTrainer(
            new SayTrainer.Plan(1, 8, 8, 200, 0.01, 1, folder),
            new Splits(
                lexicon,
                new Translations(Map.of()),
                requests,
                new EvaluationFilter(List.of()),
                words),
            prompt,
            new MeaningPrompt(TOKENIZER),
            OutputVocabulary.forTraining(lexicon, requests, words, prompt, TOKENIZER, List.of()),
            new PrintStream(said, true, StandardCharsets.UTF_8),
            InstantSource.system());

    assertThatThrownBy(() -> trainer.train(overflowed()))
        .hasMessage("The training overflowed 5 times; train with a lower rate")
        .hasCauseInstanceOf(TrainingOverflow.class);
    assertThat(said.toString(StandardCharsets.UTF_8).split("goes back to its last checkpoint", -1))
        .hasSize(5);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theExportedGraphSaysWhatTheNetworkSays(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("tiny.onnx");

    SayExport.write(start(), OUTPUT, OUTPUT, file);
    SayExport.Check check = SayExport.check(start(), OUTPUT, file, EPISODES.get(0));

    assertThat(check.graph()).isLessThan(1e-4);
    assertThat(check.rounding()).isLessThan(0.1);
  }

  @Test
  void anOverconfidentNetworkIsCooledDown() {
    Weights shy = start();
    Weights loud = Calibration.scaled(shy, 0.5);

    double temperature = Calibration.temperature(shy, OUTPUT, EPISODES);

    assertThat(temperature).isBetween(0.5, 2.0);
    assertThat(Network.logits(loud, OUTPUT, EPISODES.get(0))[0])
        .isCloseTo(2 * Network.logits(shy, OUTPUT, EPISODES.get(0))[0], within(1e-4f));
    assertThat(Calibration.temperature(loud, OUTPUT, EPISODES))
        .isCloseTo(Math.min(2, 2 * temperature), within(1e-3));
  }

  @Test
  void theLearningCurveIsAPicture(@TempDir Path folder) throws IOException {
    Path png = folder.resolve("curve.png");

    LearningCurve.write(
        List.of(new Checkpoint.Round(10, 2, 2.1, 0.1), new Checkpoint.Round(20, 1, 1.2, 0.5)), png);

    assertThat(Files.size(png)).isGreaterThan(1000);
  }

  private static Weights start() {
    return Weights.random(TINY, new SplittableRandom(1));
  }

  /** Weights that a training has spoilt. */
  private static Weights overflowed() {
    Map<String, float[]> values = new LinkedHashMap<>(start().values());
    float[] spoilt = start().get("layer0.up.w").clone();
    spoilt[0] = Float.NaN;
    values.put("layer0.up.w", spoilt);
    return new Weights(TINY, values);
  }

  private static Schedule schedule() {
    Schedule schedule = new Schedule(0.01);
    schedule.advance(0.5);
    return schedule;
  }

  private static Session session(Weights weights, int updates, Map<String, float[]> moments) {
    return new Session(weights, OUTPUT, new AdamW(schedule(), updates, moments));
  }

  private static List<PromptTokens> episodes(EmbeddedPrompt prompt) {
    return List.of(
        prompt.render(episode("hand me a coke", "find a coke", "pick up the coke", "done")),
        prompt.render(episode("off to the sink with you", "go to the sink", "done")));
  }

  private static PlanPrompt episode(String instruction, String... skills) {
    return new PlanPrompt(
        instruction,
        Optional.empty(),
        List.of(skills).stream().map(skill -> PlanPrompt.Step.of(skill)).toList());
  }

  private static OutputTokens output() {
    TreeSet<Integer> tokens = new TreeSet<>();
    for (PromptTokens episode : EPISODES) {
      for (PromptTokens.Span skill : episode.skills()) {
        for (int i = skill.from(); i < skill.to(); i++) {
          tokens.add(episode.ids()[i]);
        }
      }
    }
    return new OutputTokens(tokens);
  }
}
