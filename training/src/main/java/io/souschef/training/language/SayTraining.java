package io.souschef.training.language;

import io.souschef.planner.program.ProgramWriter;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Vocabulary;
import io.souschef.training.language.corpus.Splits;
import io.souschef.training.language.corpus.Splits.HeldOut;
import io.souschef.training.language.corpus.wording.Meaning;
import io.souschef.training.language.corpus.wording.SkillWords;
import io.souschef.training.language.export.SayExport;
import io.souschef.training.language.model.Calibration;
import io.souschef.training.language.model.SayTrainer;
import io.souschef.training.language.model.batch.SequenceFiles;
import io.souschef.training.language.model.network.PretrainedEncoder;
import io.souschef.training.language.model.network.Weights;
import io.souschef.training.language.text.RequestFiles;
import io.souschef.training.language.text.lexicon.Lexicon;
import io.souschef.training.language.trial.Trial;
import io.souschef.training.language.trial.Trials;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
   * @param examples episodes a round
   * @param meanings instructions with their programs a round
   * @param tokens tokens a batch, padding included
   * @param rate highest learning rate
   * @param seed seed of everything random
   * @param threads threads of the training engine; one is best on a busy machine
   * @param start the encoder to start from
   * @param weights parameters to start from instead, as {@link Weights#save} writes them
   */
  public record Options(
      Path text,
      List<Path> evaluations,
      Path folder,
      Path model,
      int rounds,
      int examples,
      int meanings,
      int tokens,
      double rate,
      long seed,
      int threads,
      PretrainedEncoder start,
      Optional<Path> weights) {

    /** The shipped model's settings. */
    public static Options standard(Path text, List<Path> evaluations, Path folder, Path model) {
      return new Options(
          text,
          evaluations,
          folder,
          model,
          48,
          1024,
          3072,
          1500,
          4e-4,
          1,
          1,
          PretrainedEncoder.MINILM,
          Optional.empty());
    }

    public Options withRounds(int count) {
      return with(count, threads, start, weights);
    }

    /** The same from another encoder. */
    public Options withStart(PretrainedEncoder encoder) {
      return with(rounds, threads, encoder, weights);
    }

    /** The same on another number of threads. */
    public Options withThreads(int count) {
      return with(rounds, count, start, weights);
    }

    /** The same with other examples. */
    public Options withSeed(long other) {
      return new Options(
          text,
          evaluations,
          folder,
          model,
          rounds,
          examples,
          meanings,
          tokens,
          rate,
          other,
          threads,
          start,
          weights);
    }

    /** The same from parameters that were trained before. */
    public Options withWeights(Optional<Path> file) {
      return with(rounds, threads, start, file);
    }

    private Options with(int rounds, int threads, PretrainedEncoder start, Optional<Path> weights) {
      return new Options(
          text,
          evaluations,
          folder,
          model,
          rounds,
          examples,
          meanings,
          tokens,
          rate,
          seed,
          threads,
          start,
          weights);
    }

    private Weights beginning() throws IOException {
      return weights.isPresent() ? Weights.load(weights.get()) : start.load();
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
   * @throws io.souschef.skills.failure.InvalidInputException when the text is malformed or the
   *     training engine is missing
   */
  public Map<HeldOut, SayTrainer.Score> run(int examplesPerSplit) throws IOException {
    try (Workshop shop = Workshop.open(options, out, clock)) {
      Weights weights = calibrated(shop.trainer().train(options.beginning()), shop);
      export(weights, shop);
      Map<HeldOut, SayTrainer.Score> scores = shop.trainer().evaluate(weights, examplesPerSplit);
      scores.forEach(this::tell);
      return scores;
    }
  }

  /**
   * Writes the weights to start from and the sequences to learn from, for training elsewhere.
   *
   * @param folder gets weights.bin and the files of {@link SequenceFiles}
   */
  public void prepare(Path folder, int examples, int meanings) throws IOException {
    try (Workshop shop = Workshop.open(options, out, clock)) {
      shop.trainer().write(new SequenceFiles(folder), examples, meanings);
      options.beginning().save(folder.resolve("weights.bin"));
    }
  }

  /** How sure a model must be of what is meant, found on requests that no training sees. */
  public Confidence confidence(ProgramWriter writer, Vocabulary vocabulary, int requests) {
    Splits splits =
        Workshop.splits(
            Lexicon.read(options.text()),
            RequestFiles.read(options.text()),
            options,
            new SkillWords(SkillLibrary.standard()));
    return Confidence.of(
        splits.heldOutMeanings(HeldOut.PHRASING, requests, options.seed()), writer, vocabulary);
  }

  /**
   * Held-out requests in homes, a part of them with new phrasing, with new nouns, and with both.
   *
   * @param vocabulary what every home has
   */
  public List<Trial> trials(Vocabulary vocabulary, int requests) {
    Lexicon lexicon = Lexicon.read(options.text());
    Splits splits =
        Workshop.splits(
            lexicon,
            RequestFiles.read(options.text()),
            options,
            new SkillWords(SkillLibrary.standard()));
    List<Meaning> said = new ArrayList<>();
    for (HeldOut split : List.of(HeldOut.PHRASING, HeldOut.NOUNS, HeldOut.PHRASING_AND_NOUNS)) {
      said.addAll(splits.heldOutMeanings(split, (requests + 2) / 3, options.seed()));
    }
    return new Trials(lexicon, vocabulary).of(said, options.seed());
  }

  private Weights calibrated(Weights weights, Workshop shop) {
    double temperature =
        Calibration.temperature(
            weights,
            shop.skillTokens(),
            shop.splits().heldOut(HeldOut.PHRASING, CALIBRATED_ON, options.seed() + 1).stream()
                .map(example -> shop.prompt().render(example.episode()))
                .toList());
    out.printf(Locale.ROOT, "Temperature %.3f%n", temperature);
    return Calibration.scaled(weights, temperature);
  }

  private void export(Weights weights, Workshop shop) throws IOException {
    SayExport.write(weights, shop.skillTokens(), shop.programTokens(), options.model());
    SayExport.Check check =
        SayExport.check(
            weights,
            shop.skillTokens(),
            options.model(),
            shop.prompt()
                .render(
                    shop.splits().heldOut(HeldOut.PHRASING, 1, options.seed()).get(0).episode()));
    out.printf(
        Locale.ROOT,
        "%s: %.1f MB, largest difference of a logit %.1e by the graph, %.2f by rounding%n",
        options.model(),
        Files.size(options.model()) / 1e6,
        check.graph(),
        check.rounding());
  }

  private void tell(HeldOut split, SayTrainer.Score score) {
    out.printf(
        Locale.ROOT,
        "%-20s next skill %.1f%%, first skill %.1f%%, whole plan %.1f%%, program %.1f%% (%d plans,"
            + " %d skills)%n",
        split.words(),
        100 * score.nextSkill(),
        100 * score.firstSkill(),
        100 * score.wholePlan(),
        100 * score.program(),
        score.plans(),
        score.steps());
  }
}
