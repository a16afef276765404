package io.souschef.ros.transport.rosbridge.relay;

import io.souschef.skills.failure.InvalidInputException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may open a socket of the relay: programs, and pages of the origins that are named; anyone
 * only with the token where there is one.
 *
 * @param origins of web pages that may: {@code https://app.foxglove.dev}
 * @param token that everybody must show, as {@code ?token=...} or as a bearer token; empty when the
 *     relay listens on the loopback address alone
 */
public record RelayAccess(Set<String> origins, Optional<String> token) {

  private static final int MAX_PORT = 65_535;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /**
   * Checks what was written by hand.
   *
   * @throws InvalidInputException when an origin is none that a browser would send, or the token is
   *     empty
   */
  public RelayAccess {
    origins = origins.stream().map(RelayAccess::origin).collect(Collectors.toUnmodifiableSet());
    if (token.isPresent() && token.get().isBlank()) {
      throw new InvalidInputException(
          "An empty token lets everybody in; write one of 16 characters or more");
    }
  }

  /** As browsers write it: lower case, without a path and without the usual port. */
  private static String origin(String written) {
    URI uri;
    try {
      uri = new URI(written.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      throw noOrigin(written);
    }
    String path = uri.getRawPath();
    boolean whole =
        uri.getHost() != null
            && SCHEMES.contains(uri.getScheme())
            && (path.isEmpty() || path.equals("/"))
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null
            && uri.getRawUserInfo() == null;
    if (!whole) {
      throw noOrigin(written);
    }
    if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
      throw new InvalidInputException(
          "The origin '%s' has the port %s; ports are from 1 to %s"
              .formatted(written, uri.getPort(), MAX_PORT));
    }
    boolean usual = uri.getPort() == (uri.getScheme().equals("https") ? 443 : 80);
    String port = uri.getPort() < 0 || usual ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port;
  }

  private static InvalidInputException noOrigin(String written) {
    return new InvalidInputException(
        "'%s' is no origin of web pages; write scheme, host and port alone, such as https://app.foxglove.dev or http://localhost:8080"
            .formatted(written));
  }

  /** Programs of this machine, and no page. */
  public static final RelayAccess LOCAL = new RelayAccess(Set.of(), Optional.empty());

  /** Whether only programs of this machine can reach what listens at an address. */
  public static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * Why a handshake is refused; empty when it is not.
   *
   * @param origin of the page that asks; empty for programs
   * @param resource what is asked for: {@code /?token=...}
   * @param authorization the header of that name, or empty
   */
  Optional<String> refusal(String origin, String resource, String authorization) {
    if (!origin.isEmpty() && !origins.contains(origin)) {
      return Optional.of(
          "pages of %s may not drive this robot; allow them with --origin".formatted(origin));
    }
    boolean known =
        token.isEmpty()
            || same(token.get(), parameter(resource))
            || same("Bearer " + token.get(), authorization);
    return known ? Optional.empty() : Optional.of("the token is missing or wrong");
  }

  private static String parameter(String resource) {
    int query = resource.indexOf('?');
    if (query >= 0) {
      for (String pair : resource.substring(query + 1).split("&", -1)) {
        if (pair.startsWith("token=")) {
          return decoded(pair.substring("token=".length()));
        }
      }
    }
    return "";
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
