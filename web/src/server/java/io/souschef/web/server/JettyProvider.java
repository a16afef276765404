package io.souschef.web.server;

import io.souschef.web.WebServer;
import io.souschef.web.live.Commands;
import io.souschef.web.live.Live;
import io.souschef.web.run.WatchedRun;

/** Makes servers of Jetty. */
public final class JettyProvider implements WebServer.Provider {

  @Override
  public WebServer open(WebServer.Address address, Live live, Commands commands) {
    return new JettyServer(
        address,
        server -> JettyServer.wired(server, live, commands, new Site(live, commands)));
  }

  @Override
  public WebServer open(WebServer.Address address, WatchedRun run) {
    return new JettyServer(address, server -> new RunSite(run));
  }
}
