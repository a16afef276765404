package io.souschef.web.server;

import io.souschef.web.live.Commands;
import io.souschef.web.live.Live;
import io.souschef.web.live.people.Viewer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/** The wire to one browser. */
public final class LiveSocket implements Session.Listener.AutoDemanding, Viewer {

  private final String name;
  private final Live kitchen;
  private final Commands commands;
  private final boolean full;
  private final Runnable gone;
  private volatile @Nullable Session session;

  LiveSocket(String name, Live kitchen, Commands commands, boolean full, Runnable gone) {
    this.name = name;
    this.kitchen = kitchen;
    this.commands = commands;
    this.full = full;
    this.gone = gone;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void onWebSocketOpen(Session opened) {
    session = opened;
    if (full) {
      close("Too many look on already");
    } else {
      kitchen.join(this);
    }
  }

  @Override
  public void onWebSocketText(String message) {
    commands.accept(name, message);
  }

  @Override
  public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
    gone.run();
    kitchen.leave(this);
    callback.succeed();
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    kitchen.leave(this); // the close that follows says the rest
  }

  @Override
  public void send(String json, Runnable sent) {
    Session open = session;
    if (open == null) {
      sent.run();
      return;
    }
    open.sendText(json, Callback.from(sent, fault -> sent.run()));
  }

  @Override
  public void close(String why) {
    Session open = session;
    if (open != null) {
      open.close(StatusCode.TRY_AGAIN_LATER, why, Callback.NOOP);
    }
  }
}
