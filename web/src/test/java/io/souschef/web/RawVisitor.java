package io.souschef.web;

import io.souschef.web.live.Commands;
import io.souschef.web.live.LiveKitchen;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A visitor who speaks to a server byte by byte. */
final class RawVisitor {

  private RawVisitor() {}

  interface Visit {
    void pay(int port) throws IOException;
  }

  static void visit(Path out, String token, Visit visit) throws IOException {
    try (LiveKitchen kitchen = new LiveKitchen(Kitchens.small(), 1, Double.POSITIVE_INFINITY, out);
        WebServer server =
            WebServer.open(
                new WebServer.Address("127.0.0.1", 0, token),
                kitchen,
                new Commands(kitchen, new PlannedBrain()))) {
      visit.pay(URI.create(server.url()).getPort());
    }
  }

  /** Plain bytes over a socket, since clients of the JDK do not let one lie about the host. */
  static String ask(int port, String method, String path, String headers, String body)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      OutputStream stream = socket.getOutputStream();
      String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
      stream.write(
          (method
                  + " "
                  + path
                  + " HTTP/1.1\r\nConnection: close\r\n"
                  + headers
                  + length
                  + "\r\n"
                  + body)
              .getBytes(StandardCharsets.UTF_8));
      stream.flush();
      InputStream answer = socket.getInputStream();
      return new String(answer.readNBytes(4_000_000), StandardCharsets.UTF_8);
    }
  }

  static String host(int port) {
    return "Host: localhost:" + port + "\r\n";
  }
}
