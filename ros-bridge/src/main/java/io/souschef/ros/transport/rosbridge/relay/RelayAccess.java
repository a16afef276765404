package io.souschef.ros.transport.rosbridge.relay;

import java.net.InetAddress;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * Who may open a socket of the relay: programs, and pages of the origins that are named; anyone
 * only with the token where there is one.
 *
 * @param origins of web pages that may: {@code https://app.foxglove.dev}
 * @param token that everybody must show, as {@code ?token=...} or as a bearer token; empty when the
 *     relay listens on the loopback address alone
 */
public record RelayAccess(Set<String> origins, Optional<String> token) {

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
