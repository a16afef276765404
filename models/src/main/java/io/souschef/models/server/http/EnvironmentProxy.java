package io.souschef.models.server.http;

import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxy of {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY}, which Java ignores.
 */
final class EnvironmentProxy extends ProxySelector {

  private final Map<String, String> environment;

  private EnvironmentProxy(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Empty when the environment names no proxy.
   *
   * @throws InvalidInputException when it names one that is no address
   */
  static Optional<ProxySelector> in(Map<String, String> environment) {
    EnvironmentProxy proxy = new EnvironmentProxy(Map.copyOf(environment));
    List.of("HTTPS_PROXY", "HTTP_PROXY").forEach(proxy::address);
    boolean any = proxy.variable("HTTPS_PROXY").or(() -> proxy.variable("HTTP_PROXY")).isPresent();
    return any ? Optional.of(proxy) : Optional.empty();
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(environment.get(name.toLowerCase(Locale.ROOT))))
        .filter(value -> !value.isBlank());
  }

  private Optional<URI> address(String variable) {
    return variable(variable)
        .map(
            value -> {
              try {
                URI address = new URI(value.contains("://") ? value : "http://" + value);
                if (address.getHost() == null || address.getPort() > 0xffff) {
                  throw new URISyntaxException(value, "no host, or no port");
                }
                return address;
              } catch (URISyntaxException e) {
                // The value may hold a password.
                throw new InvalidInputException(
                    "The environment variable %s holds no address of a proxy; set it to http://<host>:<port>, or not at all"
                        .formatted(variable));
              }
            });
  }

  @Override
  public List<Proxy> select(URI uri) {
    String variable = "https".equals(uri.getScheme()) ? "HTTPS_PROXY" : "HTTP_PROXY";
    Optional<URI> proxy = address(variable);
    if (proxy.isEmpty() || excluded(uri.getHost())) {
      return List.of(Proxy.NO_PROXY);
    }
    int port = proxy.get().getPort();
    return List.of(
        new Proxy(
            Proxy.Type.HTTP,
            InetSocketAddress.createUnresolved(proxy.get().getHost(), port < 0 ? 80 : port)));
  }

  private boolean excluded(String host) {
    if (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]")) {
      return true;
    }
    return Arrays.stream(variable("NO_PROXY").orElse("").split(","))
        .map(entry -> entry.strip().replaceFirst("^\\*?\\.", ""))
        .filter(entry -> !entry.isEmpty())
        .anyMatch(entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException e) {
    // The request itself fails and says so.
  }
}
