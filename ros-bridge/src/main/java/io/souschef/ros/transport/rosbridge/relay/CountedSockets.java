package io.souschef.ros.transport.rosbridge.relay;

import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketServerFactory;
import org.java_websocket.drafts.Draft;

/**
 * Lets only so many sockets in, those that have not said hello among them. When the process may
 * open no more files the library closes the door for good; so it must not come to that.
 */
public final class CountedSockets implements WebSocketServerFactory {

  private final int most;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

  public CountedSockets(int most) {
    this.most = most;
  }

  @Override
  public WebSocketImpl createWebSocket(WebSocketAdapter adapter, Draft draft) {
    return new WebSocketImpl(adapter, draft);
  }

  @Override
  public WebSocketImpl createWebSocket(WebSocketAdapter adapter, List<Draft> drafts) {
    return new WebSocketImpl(adapter, drafts);
  }

  @Override
  public ByteChannel wrapChannel(SocketChannel channel, SelectionKey key) throws IOException {
    open.removeIf(socket -> !socket.isOpen());
    if (open.size() >= most) {
      throw new IOException("more clients than there may be");
    }
    open.add(channel);
    return channel;
  }

  @Override
  public void close() {
    open.clear();
  }
}
