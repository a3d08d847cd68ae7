package dev.slipway.codec.shape;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Finds the shape of a type, once, when a codec is loaded; a type without a shape fails there and
 * not at its first value. The rules: a record is an object by its components' names; an absent
 * {@code Optional} is an absent key; a variant of a sealed family has its name in {@code "is"}; a
 * record of one text or number outside any family is that text or number; times and durations are
 * whole milliseconds; enum constants are written in lower case with hyphens. Stateless.
 */
public final class Shapes {

  /** Many types hold the same few names, digests and positions. */
  private static final ClassValue<Shape> COMPOUND =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return ofCompound(type);
        }
      };

  private Shapes() {}

  /**
   * The shape of a type of the model.
   *
   * @throws IllegalArgumentException when there is no rule for the type
   */
  public static Shape of(Type type) {
    if (type instanceof Class<?> plain) {
      return ofClass(plain);
    }
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return new ListShape(of(arguments[0]), List::copyOf);
      }
      if (generic.getRawType() == SortedMap.class && arguments[0] == String.class) {
        return new MapShape(of(arguments[1]));
      }
      Class<?> raw = (Class<?>) generic.getRawType();
      return raw.isRecord()
          ? new RecordShape(raw, Arguments.of(raw, arguments))
          : ofFolded(raw, arguments).orElseThrow(() -> none(type));
    }
    throw none(type);
  }

  private static Optional<Shape> ofFolded(Class<?> raw, Type... arguments) {
    return arguments.length == 1
        ? FoldedShapes.ofCollection(raw, of(arguments[0]))
        : FoldedShapes.ofMap(raw, of(arguments[0]), of(arguments[1]));
  }

  /** As {@link #of}, for a record that is written as an object. */
  public static RecordShape ofRecord(Class<?> type) {
    return new RecordShape(type);
  }

  private static Shape ofClass(Class<?> type) {
    return LeafShape.of(type).orElseGet(() -> COMPOUND.get(type));
  }

  private static Shape ofCompound(Class<?> type) {
    if (type.isEnum()) {
      return new EnumShape(type);
    }
    if (type.isSealed()) {
      return new FamilyShape(type);
    }
    if (type.isRecord()) {
      return isValue(type) ? new ValueShape(type) : new RecordShape(type);
    }
    throw none(type);
  }

  private static IllegalArgumentException none(Type type) {
    return new IllegalArgumentException("No JSON shape for " + type);
  }

  /** Whether a record is a bare value, such as a name or a digest. */
  private static boolean isValue(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components.length == 1
        && (components[0].getType() == String.class || components[0].getType() == long.class);
  }
}
