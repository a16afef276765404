package io.souschef.ros.transport.dds.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.message.cdr.CdrCodec;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.RosTransport.Registration;
import io.souschef.ros.transport.dds.endpoint.DdsParticipant;
import io.souschef.ros.transport.dds.endpoint.DdsReader;
import io.souschef.ros.transport.dds.endpoint.DdsWriter;
import io.souschef.ros.transport.dds.endpoint.Sample;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of one service, in the mapping of rmw_cyclonedds: Fast DDS's own needs a reply to carry
 * the identity of its request, which the binding cannot write.
 */
public final class DdsServer implements Registration {

  private static final Logger LOG = LoggerFactory.getLogger(DdsServer.class);
  private static final int HEADER = 16;

  private final DdsParticipant participant;
  private final CdrCodec codec;
  private final TypeName request;
  private final TypeName response;
  private final Function<ObjectNode, CompletionStage<ObjectNode>> handler;
  private final DdsWriter writer;
  private final DdsReader reader;

  public DdsServer(
      DdsParticipant participant,
      CdrCodec codec,
      Executor executor,
      String service,
      TypeName request,
      TypeName response,
      Function<ObjectNode, CompletionStage<ObjectNode>> handler) {
    this.participant = participant;
    this.codec = codec;
    this.request = request;
    this.response = response;
    this.handler = handler;
    writer = participant.writer("rr" + service + "Reply", response, Qos.RELIABLE, () -> {});
    reader =
        participant.reader(
            "rq" + service + "Request",
            request,
            Qos.RELIABLE,
            message -> participant.handOver(service, message, executor, () -> serve(message)),
            () -> {});
  }

  private void serve(Sample message) {
    if (message.body().length < HEADER) {
      LOG.warn("Dropped a request of {} bytes, too few for its header", message.body().length);
      return;
    }
    ByteBuffer in = ByteBuffer.wrap(message.body()).order(message.order());
    long client = in.getLong();
    long number = in.getLong();
    try {
      ObjectNode asked =
          codec.decode(
              request,
              Arrays.copyOfRange(message.body(), HEADER, message.body().length),
              message.order());
      var unused = handler.apply(asked).thenAccept(answer -> reply(client, number, answer));
    } catch (RuntimeException e) {
      LOG.warn("Dropped a request of {}: {}", request, e.getMessage());
    }
  }

  private void reply(long client, long number, ObjectNode answer) {
    byte[] body = codec.encode(response, answer, ByteOrder.LITTLE_ENDIAN);
    byte[] sample =
        ByteBuffer.allocate(HEADER + body.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(client)
            .putLong(number)
            .put(body)
            .array();
    synchronized (this) {
      writer.write(sample);
    }
  }

  @Override
  public void close() {
    participant.remove(reader);
    participant.remove(writer);
  }
}
