package io.souschef.ros;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between a client and a server of this machine, which can be cut and mended. */
public final class Cable implements AutoCloseable {

  private final URI server;
  private final ServerSocket entrance;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;
  private volatile boolean held;

  public Cable(String server) {
    this.server = URI.create(server);
    try {
      entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run(this::accept);
  }

  /** Where its client connects. */
  public URI uri() {
    return URI.create("ws://127.0.0.1:" + entrance.getLocalPort());
  }

  /** Nothing gets through, and nobody new, until it is mended. */
  public void cut() {
    cut = true;
    sockets.forEach(Cable::closeQuietly);
    sockets.clear();
  }

  /** Nothing gets through and nobody is told of that; what is under way comes when it is mended. */
  public void hold() {
    held = true;
  }

  public void mend() {
    cut = false;
    held = false;
  }

  private static void run(Runnable task) {
    Thread thread = new Thread(task, "cable");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        if (cut) {
          closeQuietly(client);
          continue;
        }
        Socket to = new Socket(server.getHost(), server.getPort());
        sockets.add(client);
        sockets.add(to);
        run(() -> copy(client, to));
        run(() -> copy(to, client));
      } catch (IOException e) {
        cut = cut || entrance.isClosed();
      }
    }
  }

  private void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0 && !cut; n = in.read(buffer)) {
        while (held && !cut) {
          Thread.sleep(5);
        }
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException e) {
      closeQuietly(from); // cut
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    closeQuietly(to);
    sockets.remove(from);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    cut();
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
