package io.souschef.models.server.http;

import io.souschef.skills.failure.InvalidInputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/**
 * Where a model is served.
 *
 * @param root address without {@code /v1}, without a slash at the end
 * @param model the name that the server knows it by
 */
public record ServerAddress(URI root, String model) {

  private static final int MOST_PORT = 65535;

  /**
   * Reads {@code http://localhost:8000#qwen}, with or without {@code /v1}.
   *
   * @throws InvalidInputException when it is no such address
   */
  public static ServerAddress parse(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      if (uri.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
        throw new URISyntaxException(text, "no http or https address");
      }
      if (uri.getPort() == 0 || uri.getPort() > MOST_PORT) {
        throw new InvalidInputException(
            "Server '%s' has the port %s; ports are from 1 to %s"
                .formatted(text, uri.getPort(), MOST_PORT));
      }
      if (uri.getUserInfo() != null) {
        throw new InvalidInputException(
            "A server's address must not hold a password; set the key in the environment variable %s"
                .formatted(ServerKey.VARIABLE));
      }
      String model = uri.getFragment();
      if (model == null || model.isBlank()) {
        throw new InvalidInputException(
            "Server '%s' needs a model after '#', for example openai:%s#qwen2.5-0.5b"
                .formatted(text, text));
      }
      String root = text.substring(0, text.indexOf('#')).replaceFirst("/+$", "");
      return new ServerAddress(new URI(root.replaceFirst("/v1$", "")), model);
    } catch (URISyntaxException e) {
      throw new InvalidInputException(
          "'%s' is no address of a server; write openai:<url>#<model>, for example openai:http://localhost:8000#qwen2.5-0.5b"
              .formatted(text),
          e);
    }
  }

  /** Whether two addresses have scheme, host and port in common. */
  public static boolean sameOrigin(URI one, URI other) {
    return Objects.requireNonNullElse(one.getScheme(), "").equalsIgnoreCase(other.getScheme())
        && Objects.requireNonNullElse(one.getHost(), "").equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  public URI at(String path) {
    return URI.create(root + path);
  }
}
