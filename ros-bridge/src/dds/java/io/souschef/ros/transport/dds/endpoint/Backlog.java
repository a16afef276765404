package io.souschef.ros.transport.dds.endpoint;

import io.souschef.ros.transport.Causes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Samples that wait to be read, bounded by the heap: a peer that sends faster than anybody reads
 * does not end the process. Of every topic one may always wait, and small ones have room of their
 * own, so that a flood of pictures keeps out neither what others send nor how a goal ended.
 * Thread-safe.
 */
final class Backlog {

  private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
  private static final int SMALL = 1 << 16;
  private static final long MOST = 64L << 20;

  private final long limit;
  private final AtomicLong large = new AtomicLong();
  private final AtomicLong small = new AtomicLong();
  private final Map<String, AtomicLong> topics = new ConcurrentHashMap<>();
  private final Causes dropped = new Causes(Duration.ofSeconds(30));

  Backlog() {
    this(Math.min(MOST, Runtime.getRuntime().maxMemory() / 8));
  }

  /**
   * A backlog.
   *
   * @param limit bytes of large samples that may wait, and of small ones
   */
  Backlog(long limit) {
    this.limit = limit;
  }

  void handOver(String topic, Sample sample, Executor executor, Runnable task) {
    int length = sample.body().length;
    AtomicLong all = length > SMALL ? large : small;
    AtomicLong own = topics.computeIfAbsent(topic, key -> new AtomicLong());
    boolean first = own.getAndIncrement() == 0;
    if (all.addAndGet(length) > limit && !first) {
      all.addAndGet(-length);
      own.decrementAndGet();
      dropped
          .next("%s: more than %s bytes wait to be read".formatted(topic, limit))
          .ifPresent(words -> LOG.warn("Dropped a message of {}", words));
      return;
    }
    Runnable done =
        () -> {
          all.addAndGet(-length);
          own.decrementAndGet();
        };
    try {
      executor.execute(
          () -> {
            try {
              task.run();
            } finally {
              done.run();
            }
          });
    } catch (RejectedExecutionException e) {
      done.run();
      LOG.debug("A sample came after the transport was closed");
    }
  }
}
