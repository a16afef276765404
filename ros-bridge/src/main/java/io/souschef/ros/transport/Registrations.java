package io.souschef.ros.transport;

import io.souschef.ros.transport.RosTransport.Registration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Listeners that come and go while events are told. Safe for use by many threads. */
public final class Registrations<E> {

  private final List<Consumer<E>> listeners = new CopyOnWriteArrayList<>();

  public Registration add(Consumer<E> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  public void tell(E event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  public boolean isEmpty() {
    return listeners.isEmpty();
  }
}
