package dev.slipway.app.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Webhooks that hosts sent, and what may have become of them on the way. */
final class Recordings {

  private static final String GITHUB = "github";

  private Recordings() {}

  /** One recorded webhook, and what the table says becomes of it. */
  record Recording(String host, String file, String event, String outcome) {

    String body() {
      return resource(host, "webhooks/" + file);
    }
  }

  /** GitHub's. */
  static List<Recording> all() {
    return of(GITHUB);
  }

  /** The table of a host, one line per file. */
  static List<Recording> of(String host) {
    return resource(host, "outcomes.csv")
        .lines()
        .skip(1)
        .map(line -> line.split(",", 3))
        .map(cells -> new Recording(host, cells[0], cells[1], cells[2]))
        .toList();
  }

  static String resource(String name) {
    return resource(GITHUB, name);
  }

  private static String resource(String host, String name) {
    String path = "/dev/slipway/source/" + host + "/" + name;
    try (InputStream file = Recordings.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Gives every form of the body in which one field was removed, nulled or retyped. */
  static void broken(JsonNode body, BiConsumer<String, JsonNode> each) {
    for (ObjectNode object : objects(body, new ArrayList<>())) {
      for (String name : object.propertyStream().map(property -> property.getKey()).toList()) {
        JsonNode original = object.get(name);
        others(original)
            .forEach(other -> {
              object.set(name, other);
              each.accept(name + " = " + other, body);
            });
        object.remove(name);
        each.accept(name + " removed", body);
        object.set(name, original);
      }
    }
  }

  private static Stream<JsonNode> others(JsonNode original) {
    JsonNode absent = Api.JSON.getNodeFactory().nullNode();
    return original.isTextual()
        ? Stream.of(absent, Api.JSON.getNodeFactory().numberNode(-7), Api.JSON.createObjectNode())
        : Stream.of(absent, TextNode.valueOf("text"), Api.JSON.createArrayNode().add(1.5e300));
  }

  private static List<ObjectNode> objects(JsonNode node, List<ObjectNode> into) {
    if (node instanceof ObjectNode object) {
      into.add(object);
    }
    node.forEach(child -> objects(child, into));
    return into;
  }
}
