package dev.slipway.config.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/**
 * Writes a shape as JSON Schema 2020-12. An editor's schema sees typed scalars, so a text that
 * needs no quotes may be a number or a flag there.
 */
final class SchemaWriter {

  private static final long NUMBER_MAX = 10_000_000_000L;
  private static final List<Long> ADMITTED = List.of(1L, 100L);

  private SchemaWriter() {}

  static String write(Shape shape) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:slipway:schema:" + shape.name());
    schema.put("title", "Slipway " + shape.name());
    schema.putAll(known(shape));
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
  }

  /** One schema that takes whatever one of these takes. */
  static String any(String name, List<Shape> shapes) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:slipway:schema:" + name);
    schema.put("title", "Slipway " + name);
    schema.put("anyOf", shapes.stream().map(SchemaWriter::known).toList());
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
  }

  private static Map<String, Object> known(Shape shape) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Key key : shape.keys()) {
      Map<String, Object> property = new LinkedHashMap<>();
      property.put("description", key.meaning());
      property.putAll(of(key.type()));
      properties.put(key.name(), property);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", shape.meaning());
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    schema.put("required", shape.keys().stream().filter(Key::required).map(Key::name).toList());
    if (!shape.exactlyOne().isEmpty()) {
      List<Object> alternatives = new ArrayList<>();
      shape.exactlyOne().forEach(name -> alternatives.add(Map.of("required", List.of(name))));
      schema.put("oneOf", alternatives);
    }
    if (!shape.atLeastOne().isEmpty()) {
      List<Object> alternatives = new ArrayList<>();
      shape.atLeastOne().forEach(name -> alternatives.add(Map.of("required", List.of(name))));
      schema.put("anyOf", alternatives);
    }
    return schema;
  }

  private static List<String> typesOf(Format format) {
    if (!format.unquoted()) {
      return List.of("string");
    }
    if (isWhole(format)) {
      return List.of("string", "integer");
    }
    return format.admits("true")
        ? List.of("string", "number", "boolean")
        : List.of("string", "number");
  }

  /** Whether of what needs no quotes it admits whole numbers only; patterns bind texts alone. */
  private static boolean isWhole(Format format) {
    return format.unquoted() && !format.admits("true") && !format.admits("1.5");
  }

  /** The last number that is admitted towards a limit; there are no gaps between. */
  private static long end(Format format, long limit) {
    long in =
        ADMITTED.stream().filter(it -> format.admits(Long.toString(it))).findFirst().orElseThrow();
    long out = limit;
    while (Math.abs(out - in) > 1) {
      long middle = (in + out) / 2;
      if (format.admits(Long.toString(middle))) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return in;
  }

  private static Map<String, Object> of(Type type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    switch (type) {
      case Type.Scalar(Format format) -> {
        schema.put("type", typesOf(format));
        schema.put("maxLength", format.lengthMax());
        schema.put("pattern", "^(?:" + format.pattern().pattern() + ")$");
        if (isWhole(format)) {
          schema.put("minimum", end(format, -NUMBER_MAX));
          schema.put("maximum", end(format, NUMBER_MAX));
        }
      }
      case Type.Flag() -> schema.put("type", "boolean");
      case Type.Choice(List<String> words) -> schema.put("enum", words);
      case Type.Sequence(Type item, int countMax) -> {
        schema.put("type", "array");
        schema.put("items", of(item));
        schema.put("minItems", 1);
        schema.put("maxItems", countMax);
      }
      case Type.Named(Format key, Type value, int countMax) -> {
        schema.put("type", "object");
        schema.put("propertyNames", Map.of("pattern", "^(?:" + key.pattern().pattern() + ")$"));
        schema.put("additionalProperties", of(value));
        schema.put("minProperties", 1);
        schema.put("maxProperties", countMax);
      }
      case Type.Known(Shape shape) -> schema.putAll(known(shape));
      case Type.Either(Type brief, Type full) -> schema.put("anyOf", List.of(of(brief), of(full)));
    }
    return schema;
  }
}
