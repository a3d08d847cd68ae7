package dev.slipway.codec.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** A list as an array. */
record ListShape(Shape element) implements Shape {

  @Override
  public JsonNode encode(Object value) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Object each : (List<?>) value) {
      array.add(element.encode(each));
    }
    return array;
  }

  @Override
  public Object decode(JsonNode json) {
    if (!json.isArray()) {
      throw new Undecodable("", "must be a list");
    }
    List<Object> list = new ArrayList<>(json.size());
    for (JsonNode each : json) {
      try {
        list.add(element.decode(each));
      } catch (Undecodable e) {
        throw e.within(Integer.toString(list.size()));
      }
    }
    return List.copyOf(list);
  }
}
