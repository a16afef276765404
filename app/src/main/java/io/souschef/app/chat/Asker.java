package io.souschef.app.chat;

import io.souschef.planner.dialogue.User;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The robot's questions on their way to the person: asked on the thread that drives the robot,
 * answered on the one that reads.
 */
public final class Asker implements User {

  /** A question that waits. */
  record Question(String text, List<String> options, CompletableFuture<Optional<String>> answer) {

    void answer(Optional<String> words) {
      answer.complete(words);
    }

    boolean isOpen() {
      return !answer.isDone();
    }
  }

  private final BlockingQueue<Question> waiting = new LinkedBlockingQueue<>();
  private volatile @Nullable Question newest;

  @Override
  public Optional<String> ask(String question, List<String> options) {
    Question asked = new Question(question, List.copyOf(options), new CompletableFuture<>());
    newest = asked;
    waiting.add(asked);
    return asked.answer().join();
  }

  @Override
  public void tell(String words) {
    // The view of the episode shows what is told.
  }

  /** The next question, when one comes within a time. */
  @Nullable Question next(long ms) throws InterruptedException {
    return waiting.poll(ms, TimeUnit.MILLISECONDS);
  }

  /** Nobody will answer what is open now. */
  void giveUp() {
    Question open = newest;
    if (open != null) {
      open.answer(Optional.empty());
    }
  }
}
