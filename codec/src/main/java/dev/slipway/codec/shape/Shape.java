package dev.slipway.codec.shape;

import com.fasterxml.jackson.databind.JsonNode;

/** How one type of the model looks as JSON. Immutable; thread-safe. */
public interface Shape {

  /** Writes a value of this shape's type. */
  JsonNode encode(Object value);

  /**
   * Reads a value.
   *
   * @throws Undecodable when {@code json} does not have this shape
   */
  Object decode(JsonNode json);
}
