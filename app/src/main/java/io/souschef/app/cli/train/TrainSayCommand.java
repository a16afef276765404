package io.souschef.app.cli.train;

import io.souschef.app.bench.measure.ProcessFacts;
import io.souschef.app.cli.option.Threads;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.TypedCommand;
import io.souschef.evaluation.ResultsDocument;
import io.souschef.training.language.SayTraining;
import io.souschef.training.language.corpus.Splits;
import io.souschef.training.language.model.SayTrainer;
import io.souschef.training.language.model.network.PretrainedEncoder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the embedded language model and judges it on what it has never seen. */
@Command(
    name = "say",
    mixinStandardHelpOptions = true,
    description = "Trains the embedded language model from training/text.")
final class TrainSayCommand implements Callable<Integer> {

  private static final int HELD_OUT_PLANS = 250;
  private static final String CURVE = "say-learning-curve.png";

  @Option(
      names = "--rounds",
      defaultValue = "48",
      description = "Rounds of 2,048 fresh examples (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--start",
      defaultValue = "MINILM",
      description =
          "Encoder to start from: minilm, bge-small or e5-small (default: minilm; the others are"
              + " fetched when asked for).")
  private PretrainedEncoder start = PretrainedEncoder.MINILM;

  @Option(
      names = "--threads",
      defaultValue = "1",
      description = "Threads of the training engine (default: 1, best on a busy machine).")
  private int threads;

  @Option(
      names = "--work",
      defaultValue = "runs/train-say",
      description = "Folder of checkpoints and learning curve (default: ${DEFAULT-VALUE}).")
  private Path work = Path.of("runs", "train-say");

  @Option(names = "--model", description = "File to write (default: models/weights/say.onnx).")
  private @Nullable Path model;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the examples and their order (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--weights",
      description = "Parameters to start from instead of an encoder: a weights.bin.")
  private @Nullable Path weights;

  @Option(
      names = "--prepare",
      description =
          "Only write what is learned from into this folder, for training on another machine (see"
              + " training/accelerator).")
  private @Nullable Path prepared;

  @Option(
      names = "--prepare-episodes",
      defaultValue = "120000",
      description = "Episodes in that folder (default: ${DEFAULT-VALUE}).")
  private int episodes;

  @Option(
      names = "--prepare-programs",
      defaultValue = "400000",
      description = "Programs in that folder (default: ${DEFAULT-VALUE}).")
  private int programs;

  @Option(
      names = "--results",
      description = "Page to write the figures into, for example docs/results.md.")
  private @Nullable Path results;

  @Override
  public Integer call() throws IOException {
    Path home = Path.of(System.getProperty("souschef.home", "."));
    Path target = model == null ? home.resolve("models/weights/say.onnx") : model;
    SayTraining.Options options =
        SayTraining.Options.standard(
                home.resolve("training/text"), evaluationSuites(home), work, target)
            .withRounds(rounds)
            .withStart(start)
            .withThreads(Threads.require(threads))
            .withSeed(seed)
            .withWeights(Optional.ofNullable(weights));
    SayTraining training =
        new SayTraining(
            options,
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            InstantSource.system());
    if (prepared != null) {
      training.prepare(prepared, episodes, programs);
      return Exit.DONE;
    }
    Map<Splits.HeldOut, SayTrainer.Score> scores = training.run(HELD_OUT_PLANS);
    if (results != null) {
      report(results, options, scores);
    }
    return Exit.DONE;
  }

  private static void report(
      Path page, SayTraining.Options options, Map<Splits.HeldOut, SayTrainer.Score> scores)
      throws IOException {
    StringBuilder table =
        new StringBuilder(
            """
            Next skill: given the right steps so far, the skill that the model finds likeliest is one of those that would do. \
            Whole plan: every skill of an episode is. Program: every word of what an instruction means.

            | never seen in training | next skill | first skill | whole plan | program | plans | skills |
            |---|---|---|---|---|---|---|
            """);
    scores.forEach(
        (split, score) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %.1f%% | %.1f%% | %.1f%% | %.1f%% | %d | %d |%n",
                    split.words(),
                    100 * score.nextSkill(),
                    100 * score.firstSkill(),
                    100 * score.wholePlan(),
                    100 * score.program(),
                    score.plans(),
                    score.steps())));
    boolean curve = Files.exists(options.folder().resolve("learning-curve.png"));
    table.append(
        curve
            ? String.format(
                Locale.ROOT,
                """

                %,d examples from %s.

                ![loss and accuracy by examples seen](%s)
                """,
                options.rounds() * (options.examples() + options.meanings()),
                options.start(),
                CURVE)
            : "\nThe parameters were trained elsewhere; models/weights/say.md says how.\n");
    ResultsDocument.write(
        page,
        new ResultsDocument.Section(
            "language-model",
            "The embedded language model on text it has never seen",
            table.toString(),
            TypedCommand.of(
                List.of(
                    "train",
                    "say",
                    "--rounds",
                    Integer.toString(options.rounds()),
                    "--start",
                    options.start().toString(),
                    "--results",
                    page.toString())),
            Long.toString(options.seed()),
            ProcessFacts.machine()));
    if (curve) {
      Files.copy(
          options.folder().resolve("learning-curve.png"),
          page.resolveSibling(CURVE),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Instructions that must not be learned from. */
  static List<Path> evaluationSuites(Path home) {
    Path suites = home.resolve("evaluation/src/main/resources/io/souschef/evaluation/task/suites");
    try (Stream<Path> files = Files.list(suites)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("'%s' cannot be listed".formatted(suites), e);
    }
  }
}
