package dev.slipway.codec.shape;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;

/** Takes records of one type apart and puts them together, by reflection. */
final class Components {

  private final Constructor<?> constructor;
  private final Method[] accessors;

  Components(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    try {
      constructor =
          type.getConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException("No public canonical constructor in " + type, e);
    }
  }

  Object get(Object owner, int index) {
    try {
      return accessors[index].invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("A record's accessor failed: " + accessors[index], e);
    }
  }

  /** Makes a record; what its constructor refuses is undecodable. */
  Object make(Object... values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw new Undecodable("", Objects.requireNonNullElse(refused.getMessage(), "is refused"));
      }
      throw new IllegalStateException("A record's constructor failed: " + constructor, e);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("A record's constructor failed: " + constructor, e);
    }
  }
}
