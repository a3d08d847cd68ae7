package dev.slipway.source.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What a body may look like after a host has changed its mind, or somebody wishes us ill. */
public final class Mutations {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int HUGE = 1 << 20;

  private Mutations() {}

  /**
   * Gives every form of the body in which one field, at whatever depth, was removed, nulled or
   * retyped, with a word of what was done. The body is the same one each time, and whole again at
   * the end.
   */
  public static void each(JsonNode body, BiConsumer<String, JsonNode> take) {
    for (ObjectNode object : objects(body, new ArrayList<>())) {
      for (String name : names(object)) {
        JsonNode original = object.get(name);
        retyped(original)
            .forEach(other -> {
              object.set(name, other);
              take.accept(name + " is " + other, body);
            });
        object.remove(name);
        take.accept(name + " is removed", body);
        object.set(name, original);
      }
    }
  }

  /** As {@link #each}, of the fields at the top and one below, each huge or nested deep. */
  public static void eachHuge(JsonNode body, BiConsumer<String, JsonNode> take) {
    List<ObjectNode> objects = new ArrayList<>();
    Stream.concat(Stream.of(body), body.valueStream())
        .filter(ObjectNode.class::isInstance)
        .forEach(object -> objects.add((ObjectNode) object));
    for (ObjectNode object : objects) {
      for (String name : names(object)) {
        JsonNode original = object.get(name);
        for (JsonNode other :
            List.of(TextNode.valueOf("x".repeat(HUGE)), nested(60), nested(500))) {
          object.set(name, other);
          take.accept(name + " is huge or deep", body);
        }
        object.set(name, original);
      }
    }
  }

  private static Stream<JsonNode> retyped(JsonNode original) {
    JsonNode number = NODES.numberNode(-1.5e300);
    return original.isTextual()
        ? Stream.of(NODES.nullNode(), number, NODES.arrayNode(), NODES.objectNode())
        : Stream.of(NODES.nullNode(), TextNode.valueOf("text"), NODES.arrayNode().add(number));
  }

  private static JsonNode nested(int depth) {
    ArrayNode outer = NODES.arrayNode();
    ArrayNode inner = outer;
    for (int i = 1; i < depth; i++) {
      inner = inner.addArray();
    }
    return outer;
  }

  private static List<ObjectNode> objects(JsonNode node, List<ObjectNode> into) {
    if (node instanceof ObjectNode object) {
      into.add(object);
    }
    node.forEach(child -> objects(child, into));
    return into;
  }

  private static List<String> names(ObjectNode object) {
    return object.propertyStream().map(property -> property.getKey()).toList();
  }
}
