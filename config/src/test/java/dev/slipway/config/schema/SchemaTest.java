package dev.slipway.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.slipway.config.Compiled;
import dev.slipway.config.Documents;
import dev.slipway.config.Schemas;
import dev.slipway.model.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schemas say what the reader does; {@code -Dslipway.golden=write} writes them. */
class SchemaTest {

  static final List<Shape> SHAPES = Shapes.DOCUMENTS;

  private static Path file(Shape shape) {
    return Path.of("src/main/resources/schema", shape.name() + ".schema.json");
  }

  @ParameterizedTest
  @FieldSource("SHAPES")
  void the_published_schema_is_the_readers_own_table(Shape shape) throws IOException {
    String schema = SchemaWriter.write(shape);
    if ("write".equals(System.getProperty("slipway.golden"))) {
      Files.createDirectories(file(shape).getParent());
      Files.writeString(file(shape), schema);
    }

    assertThat(Files.readString(file(shape))).isEqualTo(schema);
  }

  @Test
  void the_schema_of_any_document_is_all_of_them() throws IOException {
    String schema = SchemaWriter.any(Schemas.ANY, SHAPES);
    Path file = Path.of("src/main/resources/schema", Schemas.ANY + ".schema.json");
    if ("write".equals(System.getProperty("slipway.golden"))) {
      Files.writeString(file, schema);
    }

    assertThat(Files.readString(file)).isEqualTo(schema);
  }

  static Stream<String> published() {
    return Stream.concat(Schemas.kinds().stream(), Stream.of(Schemas.ANY));
  }

  @ParameterizedTest
  @MethodSource("published")
  void what_is_published_is_a_schema_of_2020_12(String kind) {
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(meta.validate(Schemas.of(kind).orElseThrow(), InputFormat.JSON)).isEmpty();
    assertThat(meta.validate("{\"type\": \"no type\"}", InputFormat.JSON)).isNotEmpty();
  }

  private static List<Error> errors(Shape shape, String yaml) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(file(shape)), InputFormat.JSON);
    return schema.validate(yaml, InputFormat.YAML);
  }

  private static boolean isRead(String yaml) {
    return Documents.compile("sample", Bytes.ofUtf8(yaml)) instanceof Compiled.Valid;
  }

  static Stream<String> valid() throws IOException {
    Path samples = Path.of("src/test/resources/valid");
    return Stream.of(
            Files.readString(samples.resolve("application.yaml")),
            Files.readString(samples.resolve("application.json")),
            Files.readString(samples.resolve("platform.yaml")),
            Files.readString(samples.resolve("overlay.yaml")),
            Files.readString(samples.resolve("policy.yaml")),
            Files.readString(samples.resolve("owner.yaml")))
        .flatMap(text -> Stream.of(text.split("(?m)^---$")));
  }

  @ParameterizedTest
  @MethodSource("valid")
  void what_the_reader_takes_the_schema_takes(String yaml) throws IOException {
    Shape shape =
        Stream.of(
                Shapes.TARGET,
                Shapes.RESOURCE,
                Shapes.OVERLAY,
                Shapes.POLICY,
                Shapes.OWNER,
                Shapes.APPLICATION,
                Shapes.ENVIRONMENT_GROUP,
                Shapes.ENVIRONMENT)
            .filter(
                each -> Pattern.compile("(?m)^ *\"?" + each.name() + "\"?:").matcher(yaml).find())
            .findFirst()
            .orElseThrow();

    assertThat(isRead(yaml)).isTrue();
    assertThat(errors(shape, yaml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application: Shop\nservices: {web: {run: ./web}}\nroute: [staging]",
        "application: shop\nservices: {}\nroute: [staging]",
        "application: shop\nservices: {web: {run: ./web}}\nroute: []",
        "application: shop\nservices: {web: {run: ./web}}\nroute: staging",
        "application: shop\nservices: {web: {run: ./web}}",
        "application: shop\nservices: {web: {run: ./web, command: ./x}}\nroute: [staging]",
        "application: shop\nservices: {web: {health: /}}\nroute: [staging]",
        "application: shop\nservices: {web: {run: ./web, timeout: 5}}\nroute: [staging]",
        "application: shop\nservices: {web: {run: ./web, timeout: soon}}\nroute: [staging]",
        "application: shop\nservices: {web: {run: ./web, idempotent: no}}\nroute: [staging]",
        "application: shop\nservices: {web: {run: ./web, health: /a/../b}}\nroute: [staging]",
        "application: shop\nservices: {web: {run: ./web}}\nroute: [staging]\nowner: me",
        "application: shop\nservices: {web: {run: ./web}}\nroute: [staging]\ntriggers: [{on: push}]",
        "application: shop\nservices: {web: {run: ./web}}\nroute: [staging]\ntriggers: null",
        "application: shop\nservices: {web: {run: ./w, variables: {A: }}}\nroute: [staging]"
      })
  void what_the_schema_refuses_the_reader_refuses(String yaml) throws IOException {
    assertThat(errors(Shapes.APPLICATION, yaml)).isNotEmpty();
    assertThat(isRead(yaml)).isFalse();
  }

  @Test
  void every_key_is_explained() {
    Stream.of(
            Shapes.APPLICATION,
            Shapes.SERVICE,
            Shapes.SECRET_REFERENCE,
            Shapes.HEALTH,
            Shapes.STRATEGY,
            Shapes.STEP,
            Shapes.DECISION,
            Shapes.LIMITS,
            Shapes.QUESTION,
            Shapes.JOB,
            Shapes.DEPENDENCY,
            Shapes.EXTERNAL,
            Shapes.TRIGGER,
            Shapes.APPLICATION_GUARDRAILS,
            Shapes.ENVIRONMENT,
            Shapes.ROLLOUTS,
            Shapes.GUARDRAILS,
            Shapes.APPROVAL,
            Shapes.CHECKS,
            Shapes.SOAK,
            Shapes.ENVIRONMENT_GROUP,
            Shapes.SELECTED_TARGETS,
            Shapes.TEMPLATE,
            Shapes.TARGET,
            Shapes.PART,
            Shapes.VALUES,
            Shapes.OVERLAY,
            Shapes.POLICY,
            Shapes.RULE,
            Shapes.REACH,
            Shapes.OVERLAY_LIMITS,
            Shapes.PROCESS_LIMITS,
            Shapes.TOTAL,
            Shapes.OWNER,
            Shapes.RIGHT)
        .flatMap(shape -> shape.keys().stream())
        .forEach(key -> {
          assertThat(key.meaning()).as(key.name()).endsWith(".");
          assertThat(key.example()).as(key.name()).isNotBlank();
        });
  }
}
