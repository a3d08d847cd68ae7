package dev.slipway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The records and openapi.yaml say the same, in both directions. */
final class ContractTest {

  private static final Map<String, Object> SCHEMAS = schemas();

  @TestFactory
  Stream<DynamicTest> every_schema_is_what_its_record_says() {
    return SCHEMAS.entrySet().stream()
        .filter(schema -> !isBareText(map(schema.getValue())))
        .map(schema ->
            DynamicTest.dynamicTest(
                schema.getKey(),
                () ->
                    assertThat(described(type(schema.getKey())))
                        .isEqualTo(described(map(schema.getValue())))));
  }

  @Test
  void every_record_has_a_schema() throws IOException, URISyntaxException {
    Path classes =
        Path.of(WireJson.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve("dev/slipway/wire");
    Set<String> records = new TreeSet<>();
    try (Stream<Path> files = Files.walk(classes)) {
      files
          .map(Path::getFileName)
          .map(Path::toString)
          .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .filter(name -> isDescribed(type(name)))
          .forEach(records::add);
    }
    assertThat(SCHEMAS.keySet()).containsAll(records);
    assertThat(records).hasSizeGreaterThan(50);
  }

  private static boolean isDescribed(Class<?> type) {
    return type.isRecord() || type.isEnum();
  }

  private static Class<?> type(String name) {
    return Stream.of("dev.slipway.wire.", "dev.slipway.wire.agent.")
        .flatMap(prefix -> found(prefix + name).stream())
        .findFirst()
        .orElseThrow(() -> new AssertionError("No record or enum for the schema " + name));
  }

  private static Optional<Class<?>> found(String name) {
    try {
      return Optional.of(Class.forName(name));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static Object described(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getFields())
          .map(constant ->
              Objects.requireNonNull(constant.getAnnotation(JsonProperty.class)).value())
          .toList();
    }
    Map<String, String> components = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      components.put(component.getName(), javaKind(component.getGenericType()));
    }
    return components;
  }

  private static String javaKind(Type type) {
    if (type instanceof ParameterizedType generic) {
      String argument = javaKind(generic.getActualTypeArguments()[0]);
      if (generic.getRawType() == Optional.class) {
        return argument + "?";
      }
      if (generic.getRawType() == List.class) {
        return "[" + argument + "]";
      }
      return generic.getActualTypeArguments()[1] == String.class ? "{text}" : "{anything}";
    }
    if (type == int.class || type == Integer.class) {
      return "int32";
    }
    if (type == long.class || type == Long.class) {
      return "int64";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "boolean";
    }
    if (type == Instant.class) {
      return "date-time";
    }
    return type == String.class ? "string" : ((Class<?>) type).getSimpleName();
  }

  private static Object described(Map<String, Object> schema) {
    if (schema.containsKey("enum")) {
      return schema.get("enum");
    }
    List<?> required = (List<?>) schema.getOrDefault("required", List.of());
    return map(Objects.requireNonNull(schema.get("properties"))).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                property ->
                    schemaKind(map(property.getValue()))
                        + (required.contains(property.getKey()) ? "" : "?"),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static String schemaKind(Map<String, Object> schema) {
    if (schema.get("$ref") instanceof String reference) {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      return isBareText(map(Objects.requireNonNull(SCHEMAS.get(name)))) ? "string" : name;
    }
    String type = (String) Objects.requireNonNull(schema.get("type"));
    return switch (type) {
      case "array" -> "[" + schemaKind(map(Objects.requireNonNull(schema.get("items")))) + "]";
      case "object" -> schema.get("additionalProperties") instanceof Map ? "{text}" : "{anything}";
      default -> (String) schema.getOrDefault("format", type);
    };
  }

  private static boolean isBareText(Map<String, Object> schema) {
    return Objects.equals(schema.get("type"), "string") && !schema.containsKey("enum");
  }

  private static Map<String, Object> schemas() {
    try (InputStream yaml =
        Objects.requireNonNull(WireJson.class.getResourceAsStream("/openapi.yaml"))) {
      Map<String, Object> document =
          map(new Load(LoadSettings.builder().build()).loadFromInputStream(yaml));
      return map(
          Objects.requireNonNull(
              map(Objects.requireNonNull(document.get("components"))).get("schemas")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
