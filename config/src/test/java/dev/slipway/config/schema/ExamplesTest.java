package dev.slipway.config.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.slipway.config.Compiled;
import dev.slipway.config.Documents;
import dev.slipway.model.Bytes;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The example of every key, as the reference shows it, is one that the reader takes. */
class ExamplesTest {

  /** For keys that need it: in which mapping around them, what stands there. */
  private static final String BESIDE =
      """
      service.after                 | services             | db: {run: ./bin/db}
      service.no_output_timeout     | service              | command: ./deploy
      service.read_timeout          | service              | command: ./deploy
      service.idempotent            | service              | command: ./deploy
      mapping of values.no_output_timeout | application    | services: {web: {command: ./deploy}}
      strategy.batch                | strategy             | name: rolling
      strategy.failures             | strategy             | name: in-place
      strategy.steps                | strategy             | name: canary
      strategy step.weight          | strategy             | name: custom
      strategy step.for             | strategy             | name: custom
      strategy step.decision        | strategy             | name: custom
      strategy step.replicas        | strategy             | name: custom
      strategy step.old             | strategy             | name: custom
      decision.within               | strategy             | name: custom
      decision.otherwise            | strategy             | name: custom
      reference to a secret.program | reference to a secret | secret: shop/database
      reference to a secret.secret  | reference to a secret | program: pass
      reference to a secret.vault   | reference to a secret | field: password
      reference to a secret.field   | reference to a secret | vault: shop/database
      reference to a secret.sealed  | reference to a secret | version: 3
      reference to a secret.param   | application          | parameters: {api_token: {type: secret}}
      job.compatible                | job                  | irreversible: true
      job.service                   | application          | services: {web: {run: ./bin/web}}
      parameter.min                 | parameter            | type: integer
      parameter.max                 | parameter            | type: integer
      parameter.from                | parameter            | type: image
      parameter.newest              | parameter            | type: image; from: registry.example.org/shop
      parameter.like                | parameter            | type: image; from: registry.example.org/shop
      parameter.base                | parameter            | type: image; from: registry.example.org/shop:stable
      trigger.parameter             | trigger              | on: image
      trigger.parameter             | application          | parameters: {image: {type: image, from: registry.example.org/shop:v1}}
      trigger.parameters            | trigger              | on: image
      trigger.parameters            | application          | parameters: {image: {type: image, from: registry.example.org/shop:v1}, sidecar: {type: image, from: registry.example.org/side:v1}}
      trigger.tag                   | trigger              | on: tag
      trigger.tags                  | trigger              | on: tag
      trigger.type                  | trigger              | on: event
      trigger.types                 | trigger              | on: event
      mapping of checks.deadline    | mapping of checks    | required: [ci/build]
      mapping of checks.at          | mapping of checks    | required: [ci/build]
      """;

  /** Of every shape that stands somewhere in a document, whether the reference has it or not. */
  static Stream<Arguments> keys() {
    return Shapes.DOCUMENTS.stream()
        .flatMap(ExamplesTest::within)
        .distinct()
        .flatMap(shape -> shape.keys().stream().map(key -> arguments(shape, key)));
  }

  private static Stream<Shape> within(Shape shape) {
    return Stream.concat(
        Stream.of(shape), shape.keys().stream().flatMap(key -> within(key.type())));
  }

  private static Stream<Shape> within(Type type) {
    return switch (type) {
      case Type.Scalar _, Type.Flag _, Type.Choice _ -> Stream.empty();
      case Type.Known(Shape shape) -> within(shape);
      case Type.Either(Type brief, Type full) -> Stream.concat(within(brief), within(full));
      case Type.Sequence(Type item, int _) -> within(item);
      case Type.Named(Format _, Type value, int _) -> within(value);
    };
  }

  private static String document(Shape shape, Key key) {
    Map<String, String> beside =
        BESIDE
            .lines()
            .map(line -> line.split("\\|", -1))
            .filter(cells -> cells[0].strip().equals(shape.name() + "." + key.name()))
            .collect(Collectors.toMap(cells -> cells[1].strip(), cells -> cells[2].strip()));
    return new Sample(beside).document(shape, key);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("keys")
  void every_example_is_taken(Shape shape, Key key) {
    String yaml = document(shape, key);

    assertThat(yaml).contains(key.name() + ": " + key.example());
    assertThat(Documents.compile("sample", Bytes.ofUtf8(yaml)))
        .as("%s.%s in%n%s", shape.name(), key.name(), yaml)
        .isInstanceOf(Compiled.Valid.class);
  }

  @Test
  void an_example_that_is_wrong_is_noticed() {
    Key port = new Key("port", new Type.Scalar(Formats.PORT), false, "A port.", "many");

    assertThat(Documents.compile("sample", Bytes.ofUtf8(document(Shapes.SERVICE, port))))
        .isInstanceOf(Compiled.Invalid.class);
  }
}
