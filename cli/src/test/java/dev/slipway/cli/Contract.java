package dev.slipway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.wire.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What openapi.yaml says: which requests there are, and what a whole answer looks like. */
final class Contract {

  private static final JsonNode API = read();

  private Contract() {}

  /** An operation, and the values of its path's parts. */
  record Operation(String id, JsonNode specification) {

    boolean takes(String in, String name) {
      for (JsonNode parameter : specification.path("parameters")) {
        JsonNode known = resolve(parameter);
        if (known.path("in").asText().equals(in) && known.path("name").asText().equals(name)) {
          return true;
        }
      }
      return false;
    }

    Optional<JsonNode> bodySchema() {
      JsonNode schema = specification.at("/requestBody/content/application~1json/schema");
      return schema.isMissingNode() ? Optional.empty() : Optional.of(resolve(schema));
    }

    /** Whether nobody has to be known to ask for it. */
    boolean isOpen() {
      return specification.path("security").isArray() && specification.path("security").isEmpty();
    }

    int status() {
      for (int status = 200; status < 300; status++) {
        if (specification.path("responses").has(String.valueOf(status))) {
          return status;
        }
      }
      throw new AssertionError(id + " has no good answer");
    }

    Optional<JsonNode> sample() {
      JsonNode schema =
          specification.at("/responses/" + status() + "/content/application~1json/schema");
      return schema.isMissingNode() ? Optional.empty() : Optional.of(Contract.sample(schema));
    }
  }

  static Optional<Operation> find(String method, String path) {
    List<Operation> found = new ArrayList<>();
    API.path("paths")
        .properties()
        .forEach(template -> {
          JsonNode operation = template.getValue().path(method.toLowerCase(Locale.ROOT));
          String pattern = template.getKey().replaceAll("\\{[a-z]+}", "[^/]+");
          if (path.matches(pattern) && !operation.isMissingNode()) {
            found.add(new Operation(operation.path("operationId").asText(), operation));
          }
        });
    return found.stream().findFirst();
  }

  static Operation byId(String id) {
    return API.path("paths").findParents("operationId").stream()
        .map(node -> new Operation(node.path("operationId").asText(), node))
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** A value with every optional part filled in, but no next page. */
  static JsonNode sample(String schema) {
    return sample(API.at("/components/schemas/" + schema));
  }

  private static JsonNode sample(JsonNode reference) {
    JsonNode schema = resolve(reference);
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (schema.has("enum")) {
      return schema.path("enum").get(0);
    }
    return switch (schema.path("type").asText()) {
      case "string" -> json.textNode(text(schema));
      case "integer" -> json.numberNode(3);
      case "boolean" -> json.booleanNode(true);
      case "array" -> json.arrayNode().add(sample(schema.path("items")));
      case "object" -> object(schema);
      default -> throw new AssertionError("no sample for " + schema);
    };
  }

  private static ObjectNode object(JsonNode schema) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    schema.path("properties").properties().stream()
        .filter(property -> !property.getKey().equals("next"))
        .forEach(property -> object.set(property.getKey(), sample(property.getValue())));
    if (schema.path("additionalProperties").isObject()) {
      object.set("key", sample(schema.path("additionalProperties")));
    }
    return object;
  }

  private static String text(JsonNode schema) {
    String pattern = schema.path("pattern").asText();
    if (pattern.contains("sha256")) {
      return "sha256:" + "5".repeat(64);
    }
    if (pattern.contains("{40}")) {
      return "c0ffee".repeat(7).substring(0, 40);
    }
    return schema.path("format").asText().equals("date-time") ? "2026-11-21T12:00:00Z" : "sample";
  }

  /** What of a body does not fit its schema; empty where all does. */
  static List<String> misfits(String at, JsonNode body, JsonNode reference) {
    JsonNode schema = resolve(reference);
    List<String> found = new ArrayList<>();
    switch (schema.path("type").asText()) {
      case "object" -> {
        schema
            .path("required")
            .forEach(name -> {
              if (!body.has(name.asText())) {
                found.add(at + " lacks " + name.asText());
              }
            });
        body.properties()
            .forEach(property -> {
              JsonNode known =
                  schema.path("properties").has(property.getKey())
                      ? schema.path("properties").path(property.getKey())
                      : schema.path("additionalProperties");
              if (known.isObject()) {
                found.addAll(misfits(at + "." + property.getKey(), property.getValue(), known));
              } else {
                found.add(at + " has the unknown " + property.getKey());
              }
            });
      }
      case "array" ->
          body.forEach(item -> found.addAll(misfits(at + "[]", item, schema.path("items"))));
      case "boolean" -> require(body.isBoolean(), at + " is not a boolean", found);
      case "integer" -> require(body.isIntegralNumber(), at + " is not a number", found);
      default -> {
        require(body.isTextual(), at + " is not text", found);
        if (schema.has("enum")) {
          require(
              schema.path("enum").toString().contains("\"" + body.asText() + "\""),
              at + " is no known word",
              found);
        }
      }
    }
    return found;
  }

  private static void require(boolean holds, String otherwise, List<String> found) {
    if (!holds) {
      found.add(otherwise);
    }
  }

  static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? resolve(API.at(node.path("$ref").asText().substring(1))) : node;
  }

  private static JsonNode read() {
    try (InputStream in =
        Objects.requireNonNull(WireJson.class.getResourceAsStream("/openapi.yaml"))) {
      Object yaml = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return JsonMapper.builder().build().valueToTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
