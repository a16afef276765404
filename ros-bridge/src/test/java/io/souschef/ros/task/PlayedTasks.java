package io.souschef.ros.task;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Does each task until the test ends it. */
final class PlayedTasks implements TaskRunner {

  final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
  final BlockingQueue<Ended> endings = new LinkedBlockingQueue<>();
  volatile String unable = "";

  /** Whether what is canceled goes on until the test ends it. */
  volatile boolean isDeaf;

  @Override
  public String unable() {
    return unable;
  }

  @Override
  public Ended run(String instruction, Client client) {
    begun.add(instruction);
    try {
      Ended ended = null;
      while (ended == null) {
        client.tell(
            new Progress(1, "find a coke", "driving", 0.5, List.of("find a coke"), List.of(0.7)));
        ended = endings.poll(50, TimeUnit.MILLISECONDS);
      }
      return ended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ended(Outcome.ERROR, "interrupted", 0);
    }
  }

  @Override
  public void cancel() {
    if (!isDeaf) {
      endings.add(new Ended(Outcome.CANCELED, "canceled", 1));
    }
  }
}
