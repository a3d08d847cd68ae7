package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.wire.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Holds answers against the contract: status, kind of body, and every key of it. */
final class OpenApi {

  static final Map<String, Object> DOCUMENT = document();

  private OpenApi() {}

  static Map<String, Object> paths() {
    return map(DOCUMENT, "paths");
  }

  static void check(String method, String path, Client.Answered answered) {
    Optional<Map<String, Object>> operation = operation(method, path.replaceFirst("\\?.*", ""));
    if (operation.isEmpty()) {
      return;
    }
    Map<String, Object> responses = map(operation.get(), "responses");
    Object response = responses.get(Integer.toString(answered.status()));
    if (response == null) {
      throw new AssertionError(
          "%s %s may not answer %s: %s"
              .formatted(method, path, answered.status(), answered.json()));
    }
    Map<String, Object> content = optional(resolve(response), "content").orElseGet(Map::of);
    for (Map.Entry<String, Object> kind : content.entrySet()) {
      if (kind.getKey().endsWith("json")) {
        assertThat(answered.header("Content-Type")).startsWith(kind.getKey());
        conforms(map(kind.getValue(), "schema"), answered.json(), method + " " + path);
      }
    }
  }

  private static Optional<Map<String, Object>> operation(String method, String path) {
    return paths().entrySet().stream()
        .filter(entry -> matches(entry.getKey(), path))
        .flatMap(
            entry -> optional(entry.getValue(), method.toLowerCase(java.util.Locale.ROOT)).stream())
        .findFirst();
  }

  private static boolean matches(String template, String path) {
    return Pattern.matches(template.replaceAll("\\{[a-z]+}", "[^/]+"), path);
  }

  private static void conforms(Map<String, Object> reference, JsonNode json, String at) {
    Map<String, Object> schema = resolve(reference);
    switch ((String) Objects.requireNonNull(schema.get("type"))) {
      case "object" -> object(schema, json, at);
      case "array" -> {
        assertThat(json.isArray()).as("%s", at).isTrue();
        json.forEach(item -> conforms(map(schema, "items"), item, at + "[]"));
      }
      case "string" -> text(schema, json, at);
      case "integer" -> assertThat(json.isIntegralNumber()).as("%s", at).isTrue();
      case "boolean" -> assertThat(json.isBoolean()).as("%s", at).isTrue();
      default -> throw new AssertionError("No rule for " + schema);
    }
  }

  private static void object(Map<String, Object> schema, JsonNode json, String at) {
    assertThat(json.isObject()).as("%s is %s", at, json).isTrue();
    Map<String, Object> properties = optional(schema, "properties").orElseGet(Map::of);
    if (schema.get("required") instanceof List<?> required) {
      required.forEach(name -> assertThat(json.has((String) name)).as("%s.%s", at, name).isTrue());
    }
    json.fieldNames()
        .forEachRemaining(name -> {
          if (properties.containsKey(name)) {
            conforms(map(properties, name), json.get(name), at + "." + name);
          } else {
            assertThat(schema.get("additionalProperties"))
                .as("%s.%s is not in the contract", at, name)
                .isNotNull();
          }
        });
  }

  private static void text(Map<String, Object> schema, JsonNode json, String at) {
    assertThat(json.isTextual()).as("%s is %s", at, json).isTrue();
    if (schema.get("pattern") instanceof String pattern) {
      assertThat(json.asText()).as("%s", at).matches(pattern);
    }
    if (schema.get("enum") instanceof List<?> values) {
      assertThat(values.contains(json.asText())).as("%s is %s", at, json).isTrue();
    }
    if (Objects.equals(schema.get("format"), "date-time")) {
      assertThat(Instant.parse(json.asText())).as("%s", at).isNotNull();
    }
  }

  /** Follows references until there is something to look at. */
  private static Map<String, Object> resolve(Object value) {
    Map<String, Object> found = map(value);
    while (found.get("$ref") instanceof String reference) {
      Object at = DOCUMENT;
      for (String part : reference.substring("#/".length()).split("/", -1)) {
        at = Objects.requireNonNull(map(at).get(part));
      }
      found = map(at);
    }
    return found;
  }

  private static Map<String, Object> document() {
    try (InputStream yaml =
        Objects.requireNonNull(WireJson.class.getResourceAsStream("/openapi.yaml"))) {
      return map(new Load(LoadSettings.builder().build()).loadFromInputStream(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, Object> map(Object owner, String key) {
    return map(Objects.requireNonNull(map(owner).get(key), key));
  }

  static Optional<Map<String, Object>> optional(Object owner, String key) {
    return Optional.ofNullable(map(owner).get(key)).map(OpenApi::map);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
