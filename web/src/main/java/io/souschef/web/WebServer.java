package io.souschef.web;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.live.Commands;
import io.souschef.web.live.Live;
import io.souschef.web.run.WatchedRun;
import java.util.ServiceLoader;

/** A running server of a live robot, or of a run that is watched. */
public interface WebServer extends AutoCloseable {

  /**
   * Where a server listens.
   *
   * @param host address or name to bind; loopback unless others shall reach it
   * @param port TCP port; 0 for any free one
   * @param token what everyone must show who comes; empty for no such thing
   */
  record Address(String host, int port, String token) {

    public Address {
      if (port < 0 || port > 65_535) {
        throw new InvalidInputException(
            "The port must lie from 0 to 65535, got %s".formatted(port));
      }
      if (!isLoopback(host) && token.length() < 16) {
        throw new InvalidInputException(
            "Whoever reaches '%s' could drive the robot; give a token of at least 16 characters, or stay on localhost"
                .formatted(host));
      }
    }

    /** Whether only this machine reaches a host. */
    static boolean isLoopback(String host) {
      return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
    }
  }

  /** Makes servers; found by {@link ServiceLoader} where Jetty was fetched. */
  interface Provider {
    /** Starts one of a robot. */
    WebServer open(Address address, Live live, Commands commands);

    /** Starts one of a run. */
    WebServer open(Address address, WatchedRun run);
  }

  /**
   * Starts a server of a robot.
   *
   * @throws InvalidInputException when the address is taken, or the web libraries were not fetched
   */
  static WebServer open(Address address, Live live, Commands commands) {
    return provider().open(address, live, commands);
  }

  /**
   * Starts a server of a run.
   *
   * @throws InvalidInputException when the address is taken, or the web libraries were not fetched
   */
  static WebServer open(Address address, WatchedRun run) {
    return provider().open(address, run);
  }

  private static Provider provider() {
    return ServiceLoader.load(Provider.class)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "The web libraries are not there; start with ./souschef serve, which fetches"
                        + " them"));
  }

  /** What to type into a browser, token and all. */
  String url();

  @Override
  void close();
}
