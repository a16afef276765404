package io.souschef.training.language;

import io.souschef.models.language.EmbeddedPrompt;
import io.souschef.models.language.WordPieceTokenizer;
import io.souschef.skills.InvalidInputException;
import io.souschef.skills.SkillLibrary;
import io.souschef.training.language.corpus.SkillWords;
import io.souschef.training.language.corpus.Splits;
import io.souschef.training.language.corpus.Splits.HeldOut;
import io.souschef.training.language.export.SayExport;
import io.souschef.training.language.model.Calibration;
import io.souschef.training.language.model.OutputTokens;
import io.souschef.training.language.model.OutputVocabulary;
import io.souschef.training.language.model.PretrainedEncoder;
import io.souschef.training.language.model.SayTrainer;
import io.souschef.training.language.model.Weights;
import io.souschef.training.language.text.EvaluationFilter;
import io.souschef.training.language.text.EvaluationSuites;
import io.souschef.training.language.text.Lexicon;
import io.souschef.training.language.text.Request;
import io.souschef.training.language.text.RequestFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code souschef train say}: from the written text to {@code say.onnx}. */
public final class SayTraining {

  private static final int CALIBRATED_ON = 200;

  private final Options options;
  private final PrintStream out;
  private final InstantSource clock;

  /**
   * What to train from and to.
   *
   * @param text folder of the written text, {@code training/text}
   * @param evaluations suites whose instructions must not be trained on
   * @param folder where checkpoints and the learning curve go; one that holds a checkpoint is gone
   *     on with
   * @param model file to write, {@code models/weights/say.onnx}
   * @param rounds rounds of training
   * @param examples examples a round
   * @param tokens tokens a batch, padding included
   * @param rate highest learning rate
   * @param seed seed of everything random
   * @param threads threads of the training engine; one is best on a busy machine
   * @param start the encoder to start from
   */
  public record Options(
      Path text,
      List<Path> evaluations,
      Path folder,
      Path model,
      int rounds,
      int examples,
      int tokens,
      double rate,
      long seed,
      int threads,
      PretrainedEncoder start) {

    /** The shipped model's settings. */
    public static Options standard(Path text, List<Path> evaluations, Path folder, Path model) {
      return new Options(
          text, evaluations, folder, model, 48, 2048, 1500, 4e-4, 1, 1, PretrainedEncoder.MINILM);
    }

    public Options withRounds(int count) {
      return new Options(
          text, evaluations, folder, model, count, examples, tokens, rate, seed, threads, start);
    }

    /** The same from another encoder. */
    public Options withStart(PretrainedEncoder encoder) {
      return new Options(
          text, evaluations, folder, model, rounds, examples, tokens, rate, seed, threads, encoder);
    }

    /** The same on another number of threads. */
    public Options withThreads(int count) {
      return new Options(
          text, evaluations, folder, model, rounds, examples, tokens, rate, seed, count, start);
    }
  }

  public SayTraining(Options options, PrintStream out, InstantSource clock) {
    this.options = options;
    this.out = out;
    this.clock = clock;
  }

  /**
   * Trains, measures, exports.
   *
   * @return scores on the held-out splits
   * @throws InvalidInputException when the text is malformed or the training engine is missing
   */
  public Map<HeldOut, SayTrainer.Score> run(int examplesPerSplit) throws IOException {
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(options.threads()));
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    Lexicon lexicon = Lexicon.read(options.text());
    List<Request> requests = RequestFiles.read(options.text());
    EvaluationFilter filter =
        new EvaluationFilter(EvaluationSuites.instructions(options.evaluations()));
    requireNoEvaluation(requests, filter);
    SkillWords words = new SkillWords(SkillLibrary.standard());
    Splits splits = new Splits(lexicon, requests, filter, words);
    try (WordPieceTokenizer tokenizer = WordPieceTokenizer.open()) {
      EmbeddedPrompt prompt = new EmbeddedPrompt(tokenizer);
      OutputTokens output =
          OutputVocabulary.forTraining(lexicon, requests, words, prompt, tokenizer);
      out.printf(
          "%d requests, %d nouns, %d places, %d output tokens%n",
          requests.size(), lexicon.nouns().size(), lexicon.spots().size(), output.ids().length);
      SayTrainer trainer =
          new SayTrainer(
              new SayTrainer.Plan(
                  options.rounds(),
                  options.examples(),
                  options.tokens(),
                  options.rate(),
                  options.seed(),
                  options.folder()),
              splits,
              prompt,
              output,
              out,
              clock);
      OutputTokens common = OutputVocabulary.ofSkills(lexicon, words, prompt);
      Weights weights = calibrated(trainer.train(options.start().load()), common, splits, prompt);
      export(weights, common, splits, prompt);
      Map<HeldOut, SayTrainer.Score> scores = trainer.evaluate(weights, examplesPerSplit);
      scores.forEach(this::tell);
      return scores;
    }
  }

  private Weights calibrated(
      Weights weights, OutputTokens common, Splits splits, EmbeddedPrompt prompt) {
    double temperature =
        Calibration.temperature(
            weights,
            common,
            splits.heldOut(HeldOut.PHRASING, CALIBRATED_ON, options.seed() + 1).stream()
                .map(example -> prompt.render(example.episode()))
                .toList());
    out.printf(Locale.ROOT, "Temperature %.3f%n", temperature);
    return Calibration.scaled(weights, temperature);
  }

  private void export(Weights weights, OutputTokens common, Splits splits, EmbeddedPrompt prompt)
      throws IOException {
    SayExport.write(weights, common, options.model());
    SayExport.Check check =
        SayExport.check(
            weights,
            common,
            options.model(),
            prompt.render(splits.heldOut(HeldOut.PHRASING, 1, options.seed()).get(0).episode()));
    out.printf(
        Locale.ROOT,
        "%s: %.1f MB, largest difference of a logit %.1e by the graph, %.2f by rounding%n",
        options.model(),
        Files.size(options.model()) / 1e6,
        check.graph(),
        check.rounding());
  }

  private static void requireNoEvaluation(List<Request> requests, EvaluationFilter filter) {
    for (Request request : requests) {
      if (filter.matches(request.instruction())) {
        throw new InvalidInputException(
            "%s stands in an evaluation suite: '%s'; word it differently"
                .formatted(request.source(), request.instruction()));
      }
    }
  }

  private void tell(HeldOut split, SayTrainer.Score score) {
    out.printf(
        Locale.ROOT,
        "%-20s next skill %.1f%%, first skill %.1f%%, whole plan %.1f%% (%d plans, %d skills)%n",
        split.words(),
        100 * score.nextSkill(),
        100 * score.firstSkill(),
        100 * score.wholePlan(),
        score.plans(),
        score.steps());
  }
}
