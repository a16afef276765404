package io.souschef.ros.transport.dds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Connection.Wire;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport.Publication;
import io.souschef.ros.transport.RosTransport.Qos;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Whoever looks at the threads of a process that spoke DDS finds only such as there are. */
@EnabledOnOs(OS.LINUX)
@Timeout(90)
class NativeThreadsTest {

  private static final TypeName STRING = TypeName.of("std_msgs/msg/String");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static DdsTransport join(String name) {
    return DdsTransport.join(
        new DdsSettings(
            name, OwnDomain.SECOND, Optional.of(InetAddress.getLoopbackAddress()), Wire.CYCLONE),
        MessageCatalog.standard(Distribution.JAZZY));
  }

  @Test
  void threadsOfTheMiddlewareAreGoneFromTheMachineOnceTheyHaveEnded() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    CompletableFuture<Thread> told = new CompletableFuture<>();
    try (DdsTransport mouth = join("mouth");
        DdsTransport ears = join("ears")) {
      var heard = ears.subscribe("/threads", STRING, Qos.RELIABLE, m -> told.complete(here()));
      ObjectNode note = JsonNodeFactory.instance.objectNode().put("data", "x");
      try (Publication topic = mouth.advertise("/threads", STRING, Qos.RELIABLE)) {
        while (!told.isDone()) {
          topic.publish(note);
          Thread.sleep(20);
        }
      }
      assertThat(told.get(1, TimeUnit.SECONDS)).isNotNull();
      assertThat(attached(before)).isNotEmpty();
      heard.close();
    }
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!attached(before).isEmpty() && System.nanoTime() < until) {
      Thread.sleep(20);
    }
    assertThat(attached(before)).isEmpty();
  }

  private static Thread here() {
    return Thread.currentThread();
  }

  /** Threads that came from outside: those of Java's own making have names. */
  private static Set<Thread> attached(Set<Thread> before) {
    Set<Thread> now = new HashSet<>(Thread.getAllStackTraces().keySet());
    now.removeAll(before);
    now.removeIf(thread -> !thread.isDaemon() || !thread.getName().startsWith("Thread-"));
    return now;
  }
}
