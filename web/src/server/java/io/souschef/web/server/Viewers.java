package io.souschef.web.server;

import io.souschef.web.live.Commands;
import io.souschef.web.live.Live;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives everyone who looks on a name, and says when there are too many. */
final class Viewers {

  private final int most;
  private final AtomicInteger here = new AtomicInteger();
  private final AtomicInteger ever = new AtomicInteger();

  Viewers(int most) {
    this.most = most;
  }

  LiveSocket welcome(Live kitchen, Commands commands) {
    boolean full = here.incrementAndGet() > most;
    return new LiveSocket(
        "viewer-" + ever.incrementAndGet(), kitchen, commands, full, here::decrementAndGet);
  }
}
