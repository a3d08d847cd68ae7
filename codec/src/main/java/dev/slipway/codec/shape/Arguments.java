package dev.slipway.codec.shape;

import static java.util.stream.Collectors.toMap;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What stands for the type variables of a generic record. Immutable. */
record Arguments(Map<TypeVariable<?>, Type> known) {

  /** Of a type that has none. */
  static final Arguments NONE = new Arguments(Map.of());

  /** Those of a record, in the order in which it declares them. */
  static Arguments of(Class<?> raw, Type... arguments) {
    TypeVariable<?>[] variables = raw.getTypeParameters();
    return new Arguments(
        IntStream.range(0, variables.length)
            .boxed()
            .collect(toMap(i -> variables[i], i -> arguments[i])));
  }

  /** The type of a component, with nothing left open. */
  Type in(Type type) {
    if (type instanceof TypeVariable<?> variable) {
      return known.getOrDefault(variable, type);
    }
    if (type instanceof ParameterizedType generic && !known.isEmpty()) {
      return new Whole(
          (Class<?>) generic.getRawType(),
          Arrays.stream(generic.getActualTypeArguments()).map(this::in).toList());
    }
    return type;
  }

  /** A generic type whose arguments are known. */
  private record Whole(Class<?> raw, List<Type> arguments) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public Type getOwnerType() {
      return raw;
    }
  }
}
