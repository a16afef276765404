package io.souschef.ros.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A call that never went out is told apart from one that got no answer. */
class PendingCallTest {

  private static Throwable endOf(PendingCall call) throws Exception {
    try {
      call.get(20, TimeUnit.SECONDS);
      throw new AssertionError("it was answered");
    } catch (ExecutionException e) {
      return Objects.requireNonNull(e.getCause());
    }
  }

  @Test
  void oneThatNeverWentOutEndsAsSettledWithTheReason() throws Exception {
    PendingCall call = new PendingCall();
    call.endAfter(Duration.ofMillis(20), "Service /grasp: no server was found");
    assertThat(endOf(call))
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> {
              assertThat(e.isSettled()).isTrue();
              assertThat(e)
                  .hasMessage("Service /grasp: no server was found in time; it was never sent");
            });
    assertThat(call.mayGoOut()).isFalse();
  }

  @Test
  void oneThatWentOutTimesOutAndCannotBeTakenBack() throws Exception {
    PendingCall call = new PendingCall();
    call.endAfter(Duration.ofMillis(200), "no server was found");
    assertThat(call.mayGoOut()).isTrue();
    assertThat(call.takeBack()).isFalse();
    assertThat(endOf(call)).isInstanceOf(TimeoutException.class);
  }

  @Test
  void oneThatIsAnsweredKeepsItsAnswer() throws Exception {
    PendingCall call = new PendingCall();
    call.endAfter(Duration.ofMillis(20), "no server was found");
    assertThat(call.mayGoOut()).isTrue();
    call.complete(JsonNodeFactory.instance.objectNode());
    Thread.sleep(60);
    assertThat(call.get()).isEmpty();
  }

  @Test
  void itGoesOutOrIsTakenBackAndNeverBoth() throws Exception {
    for (int i = 0; i < 2_000; i++) {
      PendingCall call = new PendingCall();
      CompletableFuture<Boolean> sent = CompletableFuture.supplyAsync(call::mayGoOut);
      boolean taken = call.takeBack();
      assertThat(sent.get(20, TimeUnit.SECONDS)).isNotEqualTo(taken);
      if (taken) {
        assertThatThrownBy(call::get).hasMessageContaining("before it was sent");
      }
    }
  }
}
