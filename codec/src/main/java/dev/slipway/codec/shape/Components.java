package dev.slipway.codec.shape;

import java.lang.reflect.Modifier;
import java.util.Objects;

/** Takes records of one type apart and puts them together. Immutable; thread-safe. */
final class Components {

  /** Spun when the first record of a type comes by: most processes see a few types only. */
  private static final ClassValue<Parts> SPUN =
      new ClassValue<>() {
        @Override
        protected Parts computeValue(Class<?> type) {
          return Spinner.spin(type);
        }
      };

  private final Class<?> type;

  Components(Class<?> type) {
    if (!Modifier.isPublic(type.getModifiers())) {
      throw new IllegalArgumentException("No public record: " + type);
    }
    this.type = type;
  }

  /** A record's components, in the order in which they are declared. */
  Object[] take(Object owner) {
    return SPUN.get(type).take(owner);
  }

  /** Makes a record; what its constructor refuses is undecodable. */
  Object make(Object... values) {
    Parts parts = SPUN.get(type);
    try {
      return parts.make(values);
    } catch (IllegalArgumentException refused) {
      throw new Undecodable("", Objects.requireNonNullElse(refused.getMessage(), "is refused"));
    }
  }
}
