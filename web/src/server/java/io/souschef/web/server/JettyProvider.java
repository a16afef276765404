package io.souschef.web.server;

import io.souschef.web.WebServer;
import io.souschef.web.live.Commands;
import io.souschef.web.live.LiveKitchen;

/** Makes servers of Jetty. */
public final class JettyProvider implements WebServer.Provider {

  @Override
  public WebServer open(WebServer.Address address, LiveKitchen kitchen, Commands commands) {
    return new JettyServer(address, kitchen, commands);
  }
}
