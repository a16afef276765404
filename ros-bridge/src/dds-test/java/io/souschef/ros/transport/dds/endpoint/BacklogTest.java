package io.souschef.ros.transport.dds.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What waits to be read is bounded, whoever sends how much. */
class BacklogTest {

  private static final int LARGE = 1 << 20;

  private final Backlog backlog = new Backlog(8L * LARGE);
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  private void send(int bytes) {
    send("/camera", bytes);
  }

  private void send(String topic, int bytes) {
    Sample sample =
        new Sample(new byte[bytes], ByteOrder.LITTLE_ENDIAN, new EndpointId("00".repeat(16)), 0);
    backlog.handOver(topic, sample, waiting::add, () -> {});
  }

  @Test
  void picturesThatNobodyReadsAreDroppedBeyondTheLimit() {
    for (int i = 0; i < 1_000; i++) {
      send(LARGE);
    }
    assertThat(waiting).hasSize(8);
    waiting.remove().run();
    send(LARGE);
    send(LARGE);
    assertThat(waiting).hasSize(8);
  }

  @Test
  void aFloodOfPicturesDoesNotKeepOutSmallMessages() {
    for (int i = 0; i < 100; i++) {
      send(LARGE);
      send(100);
    }
    assertThat(waiting).hasSize(108);
  }

  @Test
  void aFloodOfPicturesDoesNotKeepOutWhatAnotherTopicSends() {
    for (int i = 0; i < 100; i++) {
      send(LARGE);
    }
    for (int i = 0; i < 5; i++) {
      send("/map", LARGE);
      send("/cloud", LARGE);
    }
    assertThat(waiting).hasSize(10);
  }

  @Test
  void oneThatIsLongerThanTheLimitIsReadAlone() {
    send(12 * LARGE);
    send(12 * LARGE);
    assertThat(waiting).hasSize(1);
    waiting.remove().run();
    send(12 * LARGE);
    assertThat(waiting).hasSize(1);
  }

  @Test
  void aTaskThatFailsGivesItsRoomBack() {
    Sample sample =
        new Sample(
            new byte[12 * LARGE], ByteOrder.LITTLE_ENDIAN, new EndpointId("00".repeat(16)), 0);
    try {
      backlog.handOver(
          "/camera",
          sample,
          Runnable::run,
          () -> {
            throw new IllegalStateException("a listener's fault");
          });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("a listener's fault");
    }
    send(LARGE);
    assertThat(waiting).hasSize(1);
  }
}
