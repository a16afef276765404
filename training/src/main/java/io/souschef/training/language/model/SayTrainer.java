package io.souschef.training.language.model;

import io.souschef.models.language.prompt.EmbeddedPrompt;
import io.souschef.models.language.prompt.MeaningPrompt;
import io.souschef.models.language.token.PromptTokens;
import io.souschef.training.language.corpus.Example;
import io.souschef.training.language.corpus.Splits;
import io.souschef.training.language.corpus.Splits.HeldOut;
import io.souschef.training.language.corpus.wording.Meaning;
import io.souschef.training.language.model.Checkpoint.Round;
import io.souschef.training.language.model.batch.Batches;
import io.souschef.training.language.model.batch.OutputTokens;
import io.souschef.training.language.model.batch.SequenceFiles;
import io.souschef.training.language.model.network.Weights;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Trains in rounds of fresh examples. After each round it measures, draws the learning curve and
 * saves a checkpoint, from which the same training goes on as if it had never stopped.
 */
public final class SayTrainer {

  private static final int MOST_ATTEMPTS = 5;
  private static final int MONITORED = 160;
  private static final long MONITOR_SEED = 1_000_003;

  private final Plan plan;
  private final Splits splits;
  private final EmbeddedPrompt prompt;
  private final MeaningPrompt meaning;
  private final OutputTokens output;
  private final PrintStream out;
  private final InstantSource clock;

  /**
   * How to train.
   *
   * @param rounds rounds in all
   * @param examples episodes a round
   * @param meanings instructions with their programs a round
   * @param tokens tokens a batch, padding included
   * @param rate highest learning rate
   * @param seed of the examples and their order
   * @param folder where checkpoints and the learning curve go
   */
  public record Plan(
      int rounds, int examples, int meanings, int tokens, double rate, long seed, Path folder) {}

  /**
   * What a held-out split came to.
   *
   * @param plans episodes
   * @param steps next skills asked for, each with the right steps before it
   * @param nextSkill share of them with an acceptable skill said first, in [0, 1]
   * @param firstSkill the same for the first skill of an episode
   * @param wholePlan share of episodes with every skill acceptable
   * @param program share of instructions whose whole program is exact
   */
  public record Score(
      int plans,
      int steps,
      double nextSkill,
      double firstSkill,
      double wholePlan,
      double program) {}

  public SayTrainer(
      Plan plan,
      Splits splits,
      EmbeddedPrompt prompt,
      MeaningPrompt meaning,
      OutputTokens output,
      PrintStream out,
      InstantSource clock) {
    this.plan = plan;
    this.splits = splits;
    this.prompt = prompt;
    this.meaning = meaning;
    this.output = output;
    this.out = out;
    this.clock = clock;
  }

  /**
   * Trains to the end of the plan.
   *
   * @param start weights for a new training; a checkpoint in the folder comes first
   */
  public Weights train(Weights start) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return trainFromCheckpoint(start);
      } catch (TrainingOverflow overflow) {
        if (attempt == MOST_ATTEMPTS) {
          throw new IllegalStateException(
              String.format(
                  Locale.ROOT,
                  "The training overflowed %d times; train with a lower rate",
                  attempt),
              overflow);
        }
        out.printf("%nThe training overflowed; it goes back to its last checkpoint%n");
      }
    }
  }

  private Weights trainFromCheckpoint(Weights start) throws IOException {
    Optional<Checkpoint> saved = Checkpoint.load(plan.folder());
    saved.ifPresent(
        checkpoint ->
            out.printf(Locale.ROOT, "Going on after round %d%n", checkpoint.state().roundsDone()));
    List<Round> history =
        new ArrayList<>(saved.map(checkpoint -> checkpoint.state().history()).orElse(List.of()));
    Schedule schedule = new Schedule(plan.rate());
    AdamW optimizer =
        new AdamW(
            schedule,
            saved.map(checkpoint -> checkpoint.state().updates()).orElse(0),
            saved.map(Checkpoint::moments).orElse(Map.of()));
    try (Session session =
        new Session(saved.map(Checkpoint::weights).orElse(start), output, optimizer)) {
      Progress progress = new Progress(out, clock, (double) history.size() / plan.rounds());
      List<Example> monitored = splits.heldOut(HeldOut.PHRASING, MONITORED, MONITOR_SEED);
      List<PromptTokens> programs = heldOutMeanings(HeldOut.PHRASING, MONITORED);
      for (int round = history.size(); round < plan.rounds(); round++) {
        double loss = round(session, schedule, progress, round);
        Evaluator evaluator = new Evaluator(session, prompt);
        Evaluator.Result result = evaluator.evaluate(monitored, false);
        history.add(
            new Round(
                (round + 1) * (plan.examples() + plan.meanings()),
                loss,
                result.loss(),
                (double) result.stepsRight() / result.steps()));
        progress.say(
            String.format(
                Locale.ROOT,
                "round %d of %d: loss %.4f, held-out phrasing %.4f, next skill right %.1f%%,"
                    + " programs %.1f%%",
                round + 1,
                plan.rounds(),
                loss,
                result.loss(),
                100.0 * result.stepsRight() / result.steps(),
                100 * evaluator.exact(programs)));
        save(session, optimizer, history);
      }
      return session.weights();
    }
  }

  private double round(Session session, Schedule schedule, Progress progress, int round) {
    long seed = plan.seed() * 31 + round;
    List<PromptTokens> sequences = sequences(plan.examples(), plan.meanings(), seed);
    List<List<PromptTokens>> batches =
        Batches.of(sequences, plan.tokens(), new SplittableRandom(seed));
    double sum = 0;
    int learned = 0;
    double smooth = Double.NaN;
    for (int i = 0; i < batches.size(); i++) {
      double done = (round + (double) i / batches.size()) / plan.rounds();
      schedule.advance(done);
      OptionalDouble learnt = session.learn(batches.get(i));
      if (learnt.isPresent()) {
        double loss = learnt.getAsDouble();
        sum += loss;
        learned++;
        smooth = Double.isNaN(smooth) ? loss : 0.95 * smooth + 0.05 * loss;
      } else {
        progress.say(
            String.format(
                Locale.ROOT, "round %d, batch %d: overflow, passed over", round + 1, i + 1));
      }
      progress.show(done, smooth, batches.get(i).stream().mapToInt(s -> s.ids().length).sum());
    }
    return sum / learned;
  }

  /** Episodes and instructions with their programs, as they are trained on. */
  List<PromptTokens> sequences(int examples, int meanings, long seed) {
    List<PromptTokens> sequences = new ArrayList<>();
    for (Example example : splits.training(examples, seed)) {
      sequences.add(prompt.render(example.episode()));
    }
    for (Meaning said : splits.trainingMeanings(meanings, seed)) {
      sequences.add(meaning.render(said.instruction(), said.lines()));
    }
    sequences.removeIf(sequence -> !output.covers(sequence));
    return sequences;
  }

  private List<PromptTokens> heldOutMeanings(HeldOut split, int count) {
    return splits.heldOutMeanings(split, count, MONITOR_SEED).stream()
        .map(said -> meaning.render(said.instruction(), said.lines()))
        .filter(output::covers)
        .toList();
  }

  /**
   * Writes what a training would learn from, for training elsewhere (see training/accelerator).
   *
   * @param target new files in a folder
   */
  public void write(SequenceFiles target, int examples, int meanings) throws IOException {
    target.write(sequences(examples, meanings, plan.seed()), output);
  }

  private void save(Session session, AdamW optimizer, List<Round> history) throws IOException {
    new Checkpoint(
            session.weights(),
            optimizer.moments(),
            new Checkpoint.State(
                plan.seed(), history.size(), optimizer.updates(), List.copyOf(history)))
        .save(plan.folder());
    LearningCurve.write(history, plan.folder().resolve("learning-curve.png"));
  }

  /** Measures weights on every held-out split, counting every acceptable skill as right. */
  public Map<HeldOut, Score> evaluate(Weights weights, int examples) {
    Map<HeldOut, Score> scores = new EnumMap<>(HeldOut.class);
    try (Session session = new Session(weights, output, new AdamW(new Schedule(0), 0, Map.of()))) {
      for (HeldOut split : HeldOut.values()) {
        Evaluator evaluator = new Evaluator(session, prompt);
        Evaluator.Result result =
            evaluator.evaluate(splits.heldOut(split, examples, MONITOR_SEED + 1), true);
        scores.put(
            split,
            new Score(
                result.plans(),
                result.steps(),
                (double) result.stepsRight() / result.steps(),
                (double) result.firstRight() / result.plans(),
                (double) result.plansRight() / result.plans(),
                evaluator.exact(heldOutMeanings(split, 2 * examples))));
      }
    }
    return scores;
  }
}
