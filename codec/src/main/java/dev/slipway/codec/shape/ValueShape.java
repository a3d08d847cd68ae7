package dev.slipway.codec.shape;

import com.fasterxml.jackson.databind.JsonNode;

/** A record of one text or number as that text or number. */
final class ValueShape implements Shape {

  private final Components components;
  private final Shape content;

  ValueShape(Class<?> type) {
    components = new Components(type);
    content = Shapes.of(type.getRecordComponents()[0].getType());
  }

  @Override
  public JsonNode encode(Object value) {
    return content.encode(components.get(value, 0));
  }

  @Override
  public Object decode(JsonNode json) {
    return components.make(content.decode(json));
  }
}
