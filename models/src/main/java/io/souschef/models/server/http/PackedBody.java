package io.souschef.models.server.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Unpacks what a server, or something between, packed without being asked to. Stateless. */
public final class PackedBody {

  private PackedBody() {}

  /**
   * The bytes of an answer as they were before they were packed.
   *
   * @throws RetriableException when they are packed in a way that is not known, or damaged
   * @throws ServerRefusal when there are more than {@link HttpPost#MOST_BYTES}
   */
  public static byte[] unpacked(HttpResponse<byte[]> response) throws RetriableException {
    String how =
        response
            .headers()
            .firstValue("Content-Encoding")
            .orElse("")
            .strip()
            .toLowerCase(Locale.ROOT);
    return switch (how) {
      case "", "identity" -> response.body();
      case "gzip", "x-gzip" -> gunzip(response.body());
      default ->
          throw RetriableException.unreadable(
              "its answer is packed as '%s', which was not asked for"
                  .formatted(ServerWords.shown(how)));
    };
  }

  private static byte[] gunzip(byte[] packed) throws RetriableException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = in.readNBytes(HttpPost.MOST_BYTES + 1);
      if (bytes.length > HttpPost.MOST_BYTES) {
        throw HttpPost.tooLong();
      }
      return bytes;
    } catch (IOException e) {
      throw RetriableException.unreadable("its answer says that it is packed as gzip, and is not");
    }
  }
}
