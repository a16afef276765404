package io.souschef.web;

import static io.souschef.web.RawVisitor.ask;
import static io.souschef.web.RawVisitor.host;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visitors who send what no browser does. */
class HostileVisitorsIT {

  @TempDir Path out;

  @Test
  void paths_that_lead_elsewhere_lead_nowhere() throws IOException {
    RawVisitor.visit(
        out,
        "",
        port -> {
          for (String path :
              new String[] {
                "/api/v1/requests/../../etc/passwd/trace",
                "/api/v1/requests/1%2f..%2f..%2f/trace",
                "/api/v1/requests/999999/page",
                "/api/v1/requests/99999999999/replay",
                "/api/v1/requests/-1/replay",
                "/api/v1/requests/1/decisions/1",
                "/api/v1/requests/1/decisions/%00",
                "/page/%2e%2e/%2e%2e/etc/passwd",
                "/page//etc/passwd",
                "//etc/passwd"
              }) {
            assertThat(ask(port, "GET", path, host(port), "")).as(path).startsWith("HTTP/1.1 40");
          }
        });
  }

  @Test
  void malformed_and_huge_frames_end_their_wire_and_nothing_else() throws IOException {
    RawVisitor.visit(
        out,
        "",
        port -> {
          byte[][] wires = {
            Arrays.copyOf(frame(0x81, 0x80 | 126, 0xFF, 0xFF), 8 + 0xFFFF), // a text of 64 KiB
            frame(0x81, 0x80 | 127, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF),
            frame(0x81, 5, 'h', 'e', 'l', 'l', 'o'), // not masked
            frame(0xF1, 0x80, 0, 0, 0, 0), // reserved bits
            frame(0x83, 0x80, 0, 0, 0, 0), // no such kind
            Arrays.copyOf(frame(0x89, 0x80 | 126, 0x10, 0), 8 + 0x1000), // a ping that is too long
            frame(0x81, 0x82, 0, 0, 0, 0, 0xC3, 0x28), // no UTF-8
            frame(0x80, 0x80, 0, 0, 0, 0) // goes on with nothing
          };
          for (byte[] wire : wires) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
              socket.setSoTimeout(20_000);
              OutputStream stream = socket.getOutputStream();
              stream.write(
                  ("GET /api/v1/live HTTP/1.1\r\n"
                          + host(port)
                          + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                          + "Sec-WebSocket-Version: 13\r\n"
                          + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                      .getBytes(StandardCharsets.UTF_8));
              stream.flush();
              assertThat(socket.getInputStream().read()).isEqualTo('H');
              stream.write(wire);
              stream.flush();
              socket.shutdownOutput();
              byte[] rest = socket.getInputStream().readNBytes(4_000_000);
              // Protocol error, unacceptable data, inconsistent data, too big.
              assertThat(closeCode(rest))
                  .as(Arrays.toString(Arrays.copyOf(wire, Math.min(8, wire.length))))
                  .isIn(1002, 1003, 1007, 1009);
            }
          }
          assertThat(ask(port, "GET", "/api/v1/state", host(port), "")).startsWith("HTTP/1.1 200");
        });
  }

  /** With which code a server hung up; 0 when it did not. */
  private static int closeCode(byte[] stream) {
    for (int i = stream.length - 4; i >= 0; i--) {
      int code = ((stream[i + 2] & 0xFF) << 8) | (stream[i + 3] & 0xFF);
      if (stream[i] == (byte) 0x88 && stream[i + 1] >= 2 && code >= 1000 && code <= 1015) {
        return code;
      }
    }
    return 0;
  }

  private static byte[] frame(int... bytes) {
    byte[] frame = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      frame[i] = (byte) bytes[i];
    }
    return frame;
  }
}
