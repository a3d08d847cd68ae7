package dev.slipway.codec.shape;

/** How one type of the model looks as JSON. Immutable; thread-safe. */
public interface Shape {

  /** Writes a value of this shape's type. */
  void write(Object value, CanonicalText out);

  /**
   * Reads a value.
   *
   * @throws Undecodable when {@code json} does not have this shape
   */
  Object decode(Json json);
}
