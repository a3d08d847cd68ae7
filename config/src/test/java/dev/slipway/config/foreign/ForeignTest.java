package dev.slipway.config.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.Compiled;
import dev.slipway.config.Documents;
import dev.slipway.config.Problem;
import dev.slipway.model.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of other systems' files, each beside what people are told of it; {@code
 * -Dslipway.golden=write} writes that anew.
 */
class ForeignTest {

  static final Path SAMPLES = Path.of("src/test/resources/foreign");

  private static Bytes bytes(Path file) {
    try {
      return Bytes.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SequencedMap<String, Bytes> folder(Path folder) {
    SequencedMap<String, Bytes> files = new LinkedHashMap<>();
    in(folder).forEach(file -> files.put(file.getFileName().toString(), bytes(file)));
    return files;
  }

  static Imported read(Path file) {
    return Foreign.applications(file.getFileName().toString(), bytes(file));
  }

  private static String told(Imported imported) {
    return switch (imported) {
      case Imported.Understood(List<Finding> findings, String yaml) ->
          findings.stream().map(ForeignTest::told).collect(Collectors.joining()) + "\n" + yaml;
      case Imported.Refused(List<Problem> problems) ->
          problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
    };
  }

  private static String told(Finding found) {
    String outcome =
        switch (found.outcome()) {
          case Outcome.Taken(String here) -> "-> " + here;
          case Outcome.NotNeeded(String because) -> "not needed: " + because;
          case Outcome.Left(String because) -> "LEFT: " + because;
        };
    return "%s:%d:%d: %s %s%n"
        .formatted(found.file(), found.line(), found.column(), found.there(), outcome);
  }

  private static void compare(Path beside, Imported imported) throws IOException {
    String told = told(imported);
    if ("write".equals(System.getProperty("slipway.golden"))) {
      Files.writeString(beside, told);
    }
    assertThat(told).isEqualTo(Files.readString(beside));
  }

  private static String yaml(Imported imported) {
    assertThat(imported).isInstanceOf(Imported.Understood.class);
    return ((Imported.Understood) imported).yaml();
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed", "single", "several"})
  void a_file_of_applications_becomes_documents_and_whatever_does_not_is_told(String name)
      throws IOException {
    Imported imported = read(SAMPLES.resolve(name + ".json"));

    compare(SAMPLES.resolve(name + ".told"), imported);
    assertThat(Documents.compile("made", Bytes.ofUtf8(yaml(imported))))
        .isInstanceOf(Compiled.Valid.class);
  }

  @Test
  void a_folder_with_a_pipeline_becomes_one_application() throws IOException {
    Imported imported = Foreign.pipeline("shop", folder(SAMPLES.resolve("shop")));

    compare(SAMPLES.resolve("shop.told"), imported);
    assertThat(Documents.compile("made", Bytes.ofUtf8(yaml(imported))))
        .isInstanceOf(Compiled.Valid.class);
  }

  @Test
  void what_looks_like_a_secret_is_repeated_nowhere() {
    assertThat(told(read(SAMPLES.resolve("single.json")))).doesNotContain("hunter2", "hooks.");
    assertThat(told(Foreign.pipeline("shop", folder(SAMPLES.resolve("shop")))))
        .doesNotContain("hunter2");
  }

  @Test
  void a_folder_without_a_pipeline_is_none() {
    Imported none = Foreign.pipeline("shop", new LinkedHashMap<>());

    assertThat(told(none)).contains("pipeline.json:1:1", "[no-application]");
    assertThat(told(Foreign.pipeline("???", folder(SAMPLES.resolve("shop")))))
        .contains("[no-application]");
  }

  static Stream<Path> mistakes() {
    return in(SAMPLES.resolve("mistakes")).stream()
        .filter(file -> file.toString().endsWith(".json"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_file_of_which_nothing_can_be_made_is_told_with_its_place(Path file) throws IOException {
    Imported imported = read(file);

    compare(Path.of(file.toString().replace(".json", ".problems")), imported);
    assertThat(imported).isInstanceOf(Imported.Refused.class);
  }

  static Stream<Path> hostile() {
    return in(Path.of("src/test/resources/hostile")).stream()
        .filter(file -> file.toString().endsWith(".yaml"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void a_hostile_file_is_refused_with_its_place(Path file) {
    assertThat(told(read(file))).matches("(?s)[a-z-]+\\.yaml:[1-9]\\d*:[1-9]\\d*: .*");
    assertThat(read(file)).isInstanceOf(Imported.Refused.class);
    assertThat(Foreign.pipeline("shop", new LinkedHashMap<>(Map.of("pipeline.json", bytes(file)))))
        .isInstanceOf(Imported.Refused.class);
  }
}
