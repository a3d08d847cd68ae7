package dev.slipway.codec.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A map from texts as an object. */
record MapShape(Shape element) implements Shape {

  @Override
  public JsonNode encode(Object value) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<?, ?> each : ((Map<?, ?>) value).entrySet()) {
      object.set((String) each.getKey(), element.encode(each.getValue()));
    }
    return object;
  }

  @Override
  public Object decode(JsonNode json) {
    if (!json.isObject()) {
      throw new Undecodable("", "must be an object");
    }
    SortedMap<String, Object> map = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : json.properties()) {
      String key = LeafShape.text(new TextNode(each.getKey()));
      try {
        map.put(key, element.decode(each.getValue()));
      } catch (Undecodable e) {
        // The key is from outside and is not repeated.
        throw e.within("*");
      }
    }
    return Collections.unmodifiableSortedMap(map);
  }
}
