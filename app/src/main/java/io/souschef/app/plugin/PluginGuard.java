package io.souschef.app.plugin;

import io.souschef.skills.plugin.PluginException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a plug-in's object: whatever it throws becomes an exception with one sentence that
 * names the plug-in, nothing is never an answer, and its own class loader is the thread's while it
 * works, so that libraries that it brings along find themselves.
 */
final class PluginGuard implements InvocationHandler {

  private static final String OURS = "io.souschef.";

  private final String who;
  private final Object target;
  private final Optional<Object> name;
  private boolean closed;

  private PluginGuard(String who, Object target) {
    this.who = who;
    this.target = target;
    this.name = name(target);
  }

  /**
   * Guards an object.
   *
   * @param who the plug-in, as a sentence begins
   * @param type the port; the result has all of Souschef's interfaces that the object has
   */
  static <T> T around(String who, T target, Class<T> type) {
    Set<Class<?>> interfaces = new LinkedHashSet<>(Set.of(type));
    collect(target.getClass(), interfaces);
    return type.cast(
        Proxy.newProxyInstance(
            PluginGuard.class.getClassLoader(),
            interfaces.toArray(Class<?>[]::new),
            new PluginGuard(who, target)));
  }

  private static void collect(@Nullable Class<?> type, Set<Class<?>> interfaces) {
    if (type == null) {
      return;
    }
    for (Class<?> one : type.getInterfaces()) {
      if (one.getName().startsWith(OURS)
          && Modifier.isPublic(one.getModifiers())
          && isVisible(one)) {
        interfaces.add(one);
      }
      collect(one, interfaces);
    }
    collect(type.getSuperclass(), interfaces);
  }

  /** Interfaces that the plug-in brings along are nobody's business here. */
  private static boolean isVisible(Class<?> type) {
    try {
      return Class.forName(type.getName(), false, PluginGuard.class.getClassLoader()) == type;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** What it is called is asked once: traces name it before an episode can end by an error. */
  private Optional<Object> name(Object of) {
    for (Method method : methods(of)) {
      if (isName(method)) {
        return Optional.ofNullable(call(method, null));
      }
    }
    return Optional.empty();
  }

  private static Set<Method> methods(Object of) {
    Set<Class<?>> interfaces = new LinkedHashSet<>();
    collect(of.getClass(), interfaces);
    Set<Method> methods = new LinkedHashSet<>();
    interfaces.forEach(type -> methods.addAll(Set.of(type.getMethods())));
    return methods;
  }

  private static boolean isName(Method method) {
    return method.getName().equals("name") && method.getParameterCount() == 0;
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
    if (isName(method) && name.isPresent()) {
      return name.get();
    }
    return isClose(method) && wasClosed() ? null : call(method, arguments);
  }

  private static boolean isClose(Method method) {
    return method.getName().equals("close") && method.getParameterCount() == 0;
  }

  /** Whoever opened it closes it, and an episode's end may have done so before. */
  private synchronized boolean wasClosed() {
    boolean before = closed;
    closed = true;
    return before;
  }

  private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(target.getClass().getClassLoader());
    Object result;
    try {
      result = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw PluginWords.translated(who, cause == null ? e : cause);
    } catch (IllegalAccessException e) {
      throw PluginWords.translated(who, e);
    } finally {
      thread.setContextClassLoader(before);
    }
    if (result == null && method.getReturnType() != void.class) {
      String words = "%s answered nothing when asked for its %s".formatted(who, method.getName());
      throw new PluginException(words, new IllegalStateException(words));
    }
    return result;
  }
}
