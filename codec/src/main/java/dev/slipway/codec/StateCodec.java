package dev.slipway.codec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.codec.shape.Shape;
import dev.slipway.codec.shape.Shapes;
import dev.slipway.codec.shape.Undecodable;
import dev.slipway.model.state.DesiredState;

/** Desired states as JSON. Stateless; thread-safe. */
public final class StateCodec {

  private static final Shape STATE = Shapes.of(DesiredState.class);

  private StateCodec() {}

  public static JsonNode encode(DesiredState state) {
    return STATE.encode(state);
  }

  /**
   * Reads a state.
   *
   * @throws Undecodable when it is none
   */
  public static DesiredState decode(JsonNode json) {
    return (DesiredState) STATE.decode(json);
  }
}
