package dev.slipway.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.slipway.config.Compiled;
import dev.slipway.config.Documents;
import dev.slipway.config.Problem;
import dev.slipway.config.Schemas;
import dev.slipway.model.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an editor says of documents while they are written: nothing of those in the docs, and
 * something of every mistake that is one of shape.
 */
class EditorTest {

  private static final Schema ANY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Schemas.of(Schemas.ANY).orElseThrow(), InputFormat.JSON);

  /** What only the reader can tell, for it is of two values, of a command's words or of YAML. */
  private static final Set<String> BEYOND_SHAPE =
      Set.of(
          "brace-not-closed",
          "duration-out-of-range",
          "empty",
          "invalid-condition",
          "invalid-program",
          "placeholder-not-here",
          "quote-not-closed",
          "repository-credentials-refused",
          "nothing-followed",
          "parameter-not-followed",
          "choice-missing",
          "choice-twice",
          "from-missing",
          "invalid-image",
          "invalid-range",
          "invalid-pattern",
          "repository-option-like",
          "repository-scheme-refused",
          "shell-assignment",
          "shell-expansion",
          "shell-operator",
          "shell-pattern",
          "soak-in-itself",
          "keys-exclude-each-other",
          "key-not-here",
          "unknown-parameter",
          "unknown-placeholder");

  private static Stream<String> each(String file) {
    return Stream.of(file.split("(?m)^---$", -1)).filter(text -> !text.isBlank());
  }

  static Stream<String> documented() throws IOException {
    return ReferenceTest.samples().flatMap(EditorTest::each);
  }

  @ParameterizedTest
  @MethodSource("documented")
  void every_document_in_the_docs_is_one_for_an_editor(String yaml) {
    assertThat(ANY.validate(yaml, InputFormat.YAML)).isEmpty();
  }

  static Stream<Path> mistakes() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/mistakes"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.getFileName().toString().startsWith("yaml-itself"))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** Where the schema has nothing to say, nothing is wrong but what it cannot see. */
  @ParameterizedTest
  @MethodSource("mistakes")
  void every_mistake_of_shape_is_one_for_an_editor(Path file) throws IOException {
    assertThat(
            each(Files.readString(file))
                .filter(yaml -> ANY.validate(yaml, InputFormat.YAML).isEmpty())
                .flatMap(EditorTest::codes))
        .isSubsetOf(BEYOND_SHAPE);
  }

  private static Stream<String> codes(String yaml) {
    return switch (Documents.compile("sample", Bytes.ofUtf8(yaml))) {
      case Compiled.Valid _ -> Stream.empty();
      case Compiled.Invalid(List<Problem> problems) -> problems.stream().map(Problem::code);
    };
  }
}
