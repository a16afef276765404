package io.souschef.planner.usefulness;

import io.souschef.skills.GroundedSkill;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a language model would say if the running skill went as it is declared, worked out on a
 * second thread while the robot moves. The scorer is used by one thread at a time all the same:
 * whoever began a thought takes it back before using the scorer again. Used by one thread.
 */
public final class Forethought implements AutoCloseable {

  /** A thought for which the robot had to wait longer than this was the last of its episode. */
  private static final long PATIENCE_MS = 1_000;

  private final UsefulnessScorer say;
  private final ExecutorService second;
  private @Nullable Future<Thought> running;
  private boolean tooSlow;

  /** Thinks with a scorer, which stays its owner's. */
  public Forethought(UsefulnessScorer say) {
    this.say = say;
    this.second =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, "souschef-forethought");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * What is asked.
   *
   * @param prompt as it is expected to be
   * @param skills that are expected to be possible to say
   */
  public record Question(PlanPrompt prompt, List<GroundedSkill> skills) {
    public Question {
      skills = List.copyOf(skills);
    }
  }

  /**
   * A question with its answer.
   *
   * @param logSay natural log p(skill text | prompt) for each skill; empty where the model failed
   */
  public record Thought(Question question, Optional<double[]> logSay) {

    /** In what things are otherwise than expected; empty where the answer serves. */
    public String difference(PlanPrompt prompt, List<GroundedSkill> skills) {
      if (logSay.isEmpty()) {
        return "the language model could not be asked";
      }
      List<PlanPrompt.Step> steps = prompt.steps();
      if (!question.prompt().equals(prompt)) {
        return steps.isEmpty()
            ? "the request is another"
            : steps
                .get(steps.size() - 1)
                .failure()
                .map(reason -> "the skill failed: " + reason)
                .orElse("something else was seen");
      }
      return question.skills().equals(skills) ? "" : "other skills can be said";
    }
  }

  /** Begins to think about what was asked; does nothing where that took too long before. */
  public void begin(Supplier<Optional<Question>> asked) {
    if (tooSlow) {
      return;
    }
    running = asked.get().map(known -> second.submit(() -> think(known))).orElse(null);
  }

  private Thought think(Question question) {
    try {
      return new Thought(question, Optional.of(say.score(question.prompt(), question.skills())));
    } catch (RuntimeException | Error e) {
      // What fails in thought is tried again in earnest, and fails there with its own words.
      return new Thought(question, Optional.empty());
    }
  }

  /** Takes the thought back, waiting for its end; the scorer is free then. */
  public Optional<Thought> take() {
    Future<Thought> thought = running;
    running = null;
    if (thought == null) {
      return Optional.empty();
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return Optional.of(await(thought));
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException("A thought ends with an answer or without one", e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Thought await(Future<Thought> thought) throws InterruptedException, ExecutionException {
    try {
      return thought.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      tooSlow = true;
      return thought.get();
    }
  }

  @Override
  public void close() {
    Optional<Thought> unused = take();
    second.shutdown();
  }
}
