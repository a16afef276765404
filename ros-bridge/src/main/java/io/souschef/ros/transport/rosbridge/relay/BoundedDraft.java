package io.souschef.ros.transport.rosbridge.relay;

import java.util.List;
import java.util.Locale;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.protocols.Protocol;

/**
 * WebSocket with a limit on whole messages: the library's own looks at single frames, and at the
 * sum of a message's frames only when its last one has come.
 */
final class BoundedDraft extends Draft_6455 {

  private final int limit;
  private long pending;

  BoundedDraft(int limit) {
    super(List.of(), List.of(new Protocol("")), limit);
    this.limit = limit;
  }

  @Override
  public void processFrame(WebSocketImpl connection, Framedata frame) throws InvalidDataException {
    Opcode code = frame.getOpcode();
    if (code == Opcode.TEXT || code == Opcode.BINARY || code == Opcode.CONTINUOUS) {
      pending += frame.getPayloadData().remaining();
      if (pending > limit) {
        throw new LimitExceededException(
            String.format(Locale.ROOT, "a message of more than %d bytes", limit), limit);
      }
      if (frame.isFin()) {
        pending = 0;
      }
    }
    super.processFrame(connection, frame);
  }

  @Override
  public Draft copyInstance() {
    return new BoundedDraft(limit);
  }

  // One draft belongs to one connection and is like no other.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
