package io.souschef.app.cli.terminal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why this process is asked to end: the first Ctrl-C or SIGTERM lets its shutdown hooks run, as
 * without this class; each one after that is told to who waits for something. Where the virtual
 * machine has no such signals nothing changes.
 */
public final class Signals {

  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

  /** Signal, its number, and what a person calls it. */
  private static final Map<String, String> WORDS =
      Map.of("INT", "Ctrl-C was pressed", "TERM", "the process was told to end (SIGTERM)");

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final ConcurrentLinkedQueue<Runnable> AGAIN = new ConcurrentLinkedQueue<>();
  private static volatile String reason = "the program ends";

  private Signals() {}

  /**
   * Listens from now on.
   *
   * @param again what a second one does
   */
  public static void watch(Runnable again) {
    AGAIN.add(again);
    if (AGAIN.size() == 1) {
      WORDS.keySet().forEach(Signals::handle);
    }
  }

  /** Why the process ends, in words. */
  public static String reason() {
    return reason;
  }

  /** The class is not part of Java's own interface, and absent from some virtual machines. */
  private static void handle(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object told =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  received(name);
                  return null;
                }
                return method.getName().equals("hashCode") ? (Object) name.hashCode() : name;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), told);
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InstantiationException
        | InvocationTargetException e) {
      LOG.debug("Signal {} is not told apart here", name, e);
    }
  }

  private static void received(String name) {
    if (COUNT.getAndIncrement() > 0) {
      AGAIN.forEach(Runnable::run);
      return;
    }
    reason = WORDS.getOrDefault(name, name);
    int code = name.equals("INT") ? 130 : 143; // 128 and the signal's number, as shells have it
    new Thread(() -> System.exit(code), "ending").start();
  }
}
