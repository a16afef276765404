package io.souschef.sim.physics;

import com.bulletphysics.util.ObjectPool;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objenesis.Objenesis;
import org.objenesis.ObjenesisStd;

/**
 * A deep copy of the engine's object graph for the calling thread. The copy continues bit for bit
 * like the original, contact caches and solver seed included; no public call of the engine can do
 * that. Immutable values are shared.
 */
final class WorldClone {

  private static final Objenesis ALLOCATOR = new ObjenesisStd(true);
  private static final Map<Class<?>, Field[]> FIELDS = new ConcurrentHashMap<>();
  private static final Field POOLED_CLASS = accessible(ObjectPool.class, "cls");

  private final IdentityHashMap<Object, Object> copies = new IdentityHashMap<>(16_384);
  private final Queue<Pair> unfilled = new ArrayDeque<>();

  private record Pair(Object original, Object copy) {}

  private WorldClone() {}

  static Core copy(Core core) {
    Core.prepareThread();
    WorldClone clone = new WorldClone();
    try {
      Core copy = (Core) clone.reference(core);
      for (Pair pair = clone.unfilled.poll(); pair != null; pair = clone.unfilled.poll()) {
        clone.fill(pair.original(), pair.copy());
      }
      return copy;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("The physics engine's fields cannot be copied", e);
    }
  }

  private @Nullable Object referenceOrNull(@Nullable Object original)
      throws IllegalAccessException {
    return original == null ? null : reference(original);
  }

  private Object reference(Object original) throws IllegalAccessException {
    if (isShared(original)) {
      return original;
    }
    Object known = copies.get(original);
    if (known != null) {
      return known;
    }
    if (original instanceof ArrayList<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      copies.put(original, copy);
      for (Object element : list) {
        copy.add(referenceOrNull(element));
      }
      return copy;
    }
    Object copy = allocate(original);
    copies.put(original, copy);
    return copy;
  }

  private Object allocate(Object original) throws IllegalAccessException {
    Class<?> type = original.getClass();
    if (original instanceof ObjectPool) {
      return ObjectPool.get((Class<?>) POOLED_CLASS.get(original)); // the calling thread's own
    }
    if (type.isArray()) {
      int length = Array.getLength(original);
      Object copy = Array.newInstance(type.getComponentType(), length);
      if (type.getComponentType().isPrimitive()) {
        System.arraycopy(original, 0, copy, 0, length);
      } else {
        unfilled.add(new Pair(original, copy));
      }
      return copy;
    }
    if (type.getName().startsWith("java.")) {
      throw new IllegalStateException(
          "The physics engine holds an unexpected " + type.getName() + "; teach WorldClone of it");
    }
    Object copy = ALLOCATOR.newInstance(type);
    unfilled.add(new Pair(original, copy));
    return copy;
  }

  private static boolean isShared(Object object) {
    return object instanceof String
        || object instanceof Enum
        || object instanceof Number
        || object instanceof Boolean
        || object instanceof Class
        || object instanceof Record
        || object instanceof Comparator
        || object instanceof Random
        // scratch space of a code path that this world does not take
        || object.getClass().getName().contains("OrderIndex");
  }

  private void fill(Object original, Object copy) throws IllegalAccessException {
    if (original instanceof Object[] from) {
      @Nullable Object[] to = (@Nullable Object[]) copy;
      for (int i = 0; i < from.length; i++) {
        to[i] = referenceOrNull(from[i]);
      }
      return;
    }
    for (Field field : fields(original.getClass())) {
      Class<?> type = field.getType();
      if (type == float.class) {
        field.setFloat(copy, field.getFloat(original));
      } else if (type == int.class) {
        field.setInt(copy, field.getInt(original));
      } else if (type.isPrimitive()) {
        field.set(copy, field.get(original));
      } else {
        field.set(copy, referenceOrNull(field.get(original)));
      }
    }
  }

  private static Field[] fields(Class<?> type) {
    return FIELDS.computeIfAbsent(
        type,
        key -> {
          List<Field> fields = new ArrayList<>();
          for (Class<?> c = key; c != null && !c.getName().startsWith("java."); ) {
            for (Field field : c.getDeclaredFields()) {
              if (!Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                fields.add(field);
              }
            }
            c = c.getSuperclass();
          }
          return fields.toArray(new Field[0]);
        });
  }

  private static Field accessible(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("This is not the JBullet that Souschef was built for", e);
    }
  }
}
