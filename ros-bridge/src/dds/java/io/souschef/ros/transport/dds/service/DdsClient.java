package io.souschef.ros.transport.dds.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Connection.Wire;
import io.souschef.ros.message.MalformedMessageException;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.message.cdr.CdrCodec;
import io.souschef.ros.transport.Causes;
import io.souschef.ros.transport.PendingCall;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.TransportException;
import io.souschef.ros.transport.dds.endpoint.DdsParticipant;
import io.souschef.ros.transport.dds.endpoint.DdsReader;
import io.souschef.ros.transport.dds.endpoint.DdsWriter;
import io.souschef.ros.transport.dds.endpoint.Sample;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client of one service. Safe for use by many threads. */
public final class DdsClient implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DdsClient.class);
  private static final int HEADER = 16;
  private static final long SETTLE_NANOS = 100_000_000L;

  private final DdsParticipant participant;
  private final CdrCodec codec;
  private final Executor executor;
  private final Executor answers;
  private final String service;
  private final TypeName request;
  private final TypeName response;
  private final Wire wire;
  private final long clientId = new Random().nextLong();
  private final Map<Long, CompletableFuture<ObjectNode>> waiting = new ConcurrentHashMap<>();
  private final DdsWriter writer;
  private final DdsReader reader;
  private final Causes longer = new Causes(Duration.ofMinutes(5));
  private long written;

  /**
   * A client.
   *
   * @param executor where calls wait until a server is ready
   * @param answers where what waits for an answer goes on
   * @param matched told when a server appears or goes
   */
  public DdsClient(
      DdsParticipant participant,
      CdrCodec codec,
      Executor executor,
      Executor answers,
      String service,
      TypeName request,
      TypeName response,
      Wire wire,
      Runnable matched) {
    this.participant = participant;
    this.codec = codec;
    this.executor = executor;
    this.answers = answers;
    this.service = service;
    this.request = request;
    this.response = response;
    this.wire = wire;
    reader =
        participant.reader(
            "rr" + service + "Reply", response, Qos.RELIABLE, this::received, matched);
    writer = participant.writer("rq" + service + "Request", request, Qos.RELIABLE, matched);
  }

  /** Whether a server is there and has found this client too. */
  private boolean isReady() {
    return writer.peers().isSettled(SETTLE_NANOS) && reader.peers().isSettled(SETTLE_NANOS);
  }

  /** Whether no server is there. */
  public boolean isAlone() {
    return writer.peers().isEmpty() || reader.peers().isEmpty();
  }

  private boolean cyclone() {
    return wire == Wire.CYCLONE || (wire == Wire.AUTO && writer.peers().includesCyclone());
  }

  /** Calls the service once a server is ready. */
  public PendingCall call(ObjectNode message, Duration deadline) {
    byte[] body = codec.encode(request, message, ByteOrder.LITTLE_ENDIAN);
    PendingCall answer = new PendingCall();
    answer.endAfter(deadline, "Service %s: no server was found".formatted(service));
    if (isReady()) {
      sendWhenReady(body, answer); // nothing to wait for, and another thread takes time
    } else {
      executor.execute(() -> sendWhenReady(body, answer));
    }
    return answer;
  }

  private void sendWhenReady(byte[] body, PendingCall answer) {
    try {
      while (!isReady()) {
        if (answer.isDone()) {
          return;
        }
        Thread.sleep(5);
      }
      send(body, answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.completeExceptionally(new TransportException("Interrupted", e));
    } catch (TransportException e) {
      answer.completeExceptionally(e);
    }
  }

  private synchronized void send(byte[] body, PendingCall answer) {
    if (!answer.mayGoOut()) {
      return; // whoever wanted it does not any more
    }
    long number = ++written;
    waiting.put(number, answer);
    var unused = answer.whenComplete((value, error) -> waiting.remove(number));
    if (cyclone()) {
      writer.write(
          ByteBuffer.allocate(HEADER + body.length)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putLong(clientId)
              .putLong(number)
              .put(body)
              .array());
    } else {
      writer.write(body);
    }
  }

  private void received(Sample message) {
    long number;
    byte[] body = message.body();
    if (cyclone()) {
      if (body.length < HEADER) {
        return;
      }
      ByteBuffer header = ByteBuffer.wrap(body).order(message.order());
      if (header.getLong() != clientId) {
        return;
      }
      number = header.getLong();
      body = Arrays.copyOfRange(body, HEADER, body.length);
    } else {
      if (!message.answers(writer)) {
        return;
      }
      number = message.relatedNumber();
    }
    CompletableFuture<ObjectNode> answer = waiting.remove(number);
    if (answer != null) {
      byte[] reply = body;
      participant.handOver(service, message, answers, () -> settle(answer, reply, message.order()));
    }
  }

  private void settle(CompletableFuture<ObjectNode> answer, byte[] reply, ByteOrder order) {
    try {
      answer.complete(
          codec.decode(
              response,
              reply,
              order,
              why ->
                  longer
                      .next(why)
                      .ifPresent(words -> LOG.warn("Left out the end of an answer: {}", words))));
    } catch (MalformedMessageException e) {
      answer.completeExceptionally(
          new TransportException("Service %s: %s".formatted(service, e.getMessage()), e));
    }
  }

  @Override
  public void close() {
    participant.remove(writer);
    participant.remove(reader);
  }
}
