package dev.slipway.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.Compiled;
import dev.slipway.config.Documents;
import dev.slipway.model.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What users read about documents is what the reader does. */
class ReferenceTest {

  private static final Path ROOT = Path.of("..");
  private static final Path REFERENCE = ROOT.resolve("docs/documents.md");
  private static final List<Path> PAGES =
      List.of(
          REFERENCE,
          ROOT.resolve("docs/strategies.md"),
          ROOT.resolve("docs/platform.md"),
          ROOT.resolve("docs/jobs.md"),
          ROOT.resolve("docs/parameters.md"),
          ROOT.resolve("docs/aggregation.md"),
          ROOT.resolve("docs/secrets.md"),
          ROOT.resolve("docs/policies.md"),
          ROOT.resolve("docs/environment-groups.md"),
          ROOT.resolve("docs/notifications.md"),
          ROOT.resolve("docs/receivers.md"),
          ROOT.resolve("docs/email.md"),
          ROOT.resolve("docs/github.md"));
  private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

  static final List<Shape> SHAPES =
      List.of(
          Shapes.APPLICATION,
          Shapes.SERVICE,
          Shapes.PART,
          Shapes.VALUES,
          Shapes.HEALTH,
          Shapes.STRATEGY,
          Shapes.STEP,
          Shapes.DECISION,
          Shapes.LIMITS,
          Shapes.QUESTION,
          Shapes.SECRET_REFERENCE,
          Shapes.JOB,
          Shapes.PARAMETER,
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
          Shapes.TARGET,
          Shapes.RESOURCE,
          Shapes.NEEDED_RESOURCE,
          Shapes.OVERLAY,
          Shapes.REACH,
          Shapes.OVERLAY_LIMITS,
          Shapes.PROCESS_LIMITS,
          Shapes.TOTAL,
          Shapes.POLICY,
          Shapes.RULE,
          Shapes.NOTIFICATION,
          Shapes.NOTIFIED,
          Shapes.SLACK,
          Shapes.WEBHOOK,
          Shapes.GITHUB,
          Shapes.CD_EVENTS,
          Shapes.DATADOG,
          Shapes.EMAIL,
          Shapes.SENTRY,
          Shapes.GRAFANA,
          Shapes.GITHUB_DEPLOYMENTS,
          Shapes.ASKED_DEPLOYMENT,
          Shapes.IN_FILE,
          Shapes.OWNER,
          Shapes.RIGHT);

  private static String table(Shape shape) {
    var table = new StringBuilder("| Key | | Meaning | Example |\n|---|---|---|---|\n");
    for (Key key : shape.keys()) {
      table.append(
          "| `%s` | %s | %s | `%s` |\n"
              .formatted(
                  key.name(),
                  key.required() ? "required" : "",
                  key.meaning().replace("|", "\\|"),
                  key.example()));
    }
    return table.toString();
  }

  /** The table of each shape stands between two comments; it is written by the same switch. */
  @ParameterizedTest
  @FieldSource("SHAPES")
  void the_reference_has_the_readers_own_table(Shape shape) throws IOException {
    String start = "<!-- keys of " + shape.name() + " -->\n";
    String end = "<!-- end -->\n";
    Path file = PAGES.stream().filter(page -> read(page).contains(start)).findFirst().orElseThrow();
    String text = read(file);
    int from = text.indexOf(start) + start.length();
    int to = text.indexOf(end, from);
    assertThat(from).as(start).isGreaterThan(start.length());
    if ("write".equals(System.getProperty("slipway.golden"))) {
      text = text.substring(0, from) + table(shape) + text.substring(to);
      Files.writeString(file, text);
    }

    assertThat(text).contains(start + table(shape) + end);
  }

  static Stream<String> samples() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
          .filter(file -> file.toString().endsWith(".md"))
          .flatMap(file -> YAML.matcher(read(file)).results().map(result -> result.group(1)))
          .toList()
          .stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_sample_in_the_docs_is_valid(String yaml) {
    assertThat(Documents.compile("sample", Bytes.ofUtf8(yaml))).isInstanceOf(Compiled.Valid.class);
  }

  static Stream<Path> mistakes() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/mistakes"))) {
      return files.filter(file -> file.toString().endsWith(".problems")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void every_code_that_people_meet_is_in_the_reference(Path problems) throws IOException {
    Matcher codes = Pattern.compile("\\[([a-z0-9-]+)]$", Pattern.MULTILINE).matcher(read(problems));
    String reference = Files.readString(REFERENCE);
    assertThat(codes.results().map(code -> "`" + code.group(1) + "`"))
        .isNotEmpty()
        .allMatch(reference::contains);
  }
}
