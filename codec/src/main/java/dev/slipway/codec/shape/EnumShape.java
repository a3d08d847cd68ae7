package dev.slipway.codec.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** An enum constant as a text. */
final class EnumShape implements Shape {

  private final Map<String, Object> constants = new LinkedHashMap<>();

  EnumShape(Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      constants.put(name(constant), constant);
    }
  }

  @Override
  public JsonNode encode(Object value) {
    return new TextNode(name(value));
  }

  @Override
  public Object decode(JsonNode json) {
    Object constant = constants.get(LeafShape.text(json));
    if (constant == null) {
      throw new Undecodable("", "must be one of " + String.join(", ", constants.keySet()));
    }
    return constant;
  }

  private static String name(Object constant) {
    return Texts.hyphenated(((Enum<?>) constant).name());
  }
}
