package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.slipway.model.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What becomes of documents and values that try to do harm, each with its expected outcome. */
class HostileTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SHOWABLE = Pattern.compile("[^\\p{Cntrl}\\u202a-\\u202e\\ufeff]*");

  static Stream<Arguments> documents() {
    return Stream.of(
        arguments("alias bomb", Samples.bytes("hostile/yaml-bomb.yaml"), "1:4 anchor-refused"),
        arguments("Java tag", Samples.bytes("hostile/yaml-java-tag.yaml"), "1:1 tag-refused"),
        arguments(
            "key twice and typed scalars",
            Samples.bytes("hostile/yaml-duplicate-and-typed.yaml"),
            "2:1 duplicate-key"),
        arguments("3000 lists", text("application: " + "[".repeat(3000)), "1:46 nesting-too-deep"),
        arguments(
            "3000 mappings", text("application: " + "{a: ".repeat(3000)), "1:139 nesting-too-deep"),
        arguments("3000 dashes", text("- ".repeat(3000)), "1:67 nesting-too-deep"),
        arguments("3000 keys", text("? ".repeat(3000)), "1:67 nesting-too-deep"),
        arguments("merge key", text("{application: a, <<: {b: c}}"), "1:18 merge-key-refused"),
        arguments("too large", text("a".repeat((1 << 20) + 1)), "1:1 file-too-large"),
        arguments("one long line", text("a".repeat(1 << 20)), "1:1 not-a-document"),
        arguments("only openings", text("[{".repeat(500_000)), "1:34 nesting-too-deep"),
        arguments("only quotes", text("'".repeat(1_000_000)), "1:1 not-a-document"),
        arguments("300 documents", text("---\nenvironment: a\n".repeat(300)), "401:1 too-many"),
        arguments(
            "50,000 unknown keys", text("application: a\n" + keys(50_000)), "2:1 unknown-key"),
        arguments("8,000 braces", shop("./web " + "{".repeat(8_000)), "4:17 brace-not-closed"),
        arguments(
            "8,000 patterns",
            shop("./web {params[" + "[".repeat(8_000) + "]}"),
            "4:25 shell-pattern"),
        arguments("UTF-16", Bytes.of(new byte[] {-1, -2, 'a', 0}), "1:1 not-utf-8"),
        arguments("a NUL", text("application: a\0b"), "1:15 control-character"),
        arguments("a lone surrogate", text("application: \"\\ud800\""), "1:"),
        arguments("no such character", text("application: \"\\U7fffffff\""), "1:"),
        arguments("itself", text("&a [*a]"), "1:5 alias-refused"));
  }

  private static String keys(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "aplication" + i + ":\n")
        .collect(Collectors.joining());
  }

  private static Bytes shop(String run) {
    return text("application: a\nservices:\n  web:\n    run: '" + run + "'\nroute: [a]\n");
  }

  private static Bytes text(String text) {
    return Bytes.ofUtf8(text);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void a_hostile_document_is_refused_at_once_with_its_place(
      String name, Bytes document, String expected) {
    Compiled compiled =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(1), () -> Documents.compile(name, document));

    assertThat(compiled).isInstanceOf(Compiled.Invalid.class);
    assertThat(((Compiled.Invalid) compiled).problems())
        .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.code())
        .anyMatch(problem -> problem.startsWith(expected));
  }

  private static List<String> texts(String file, String list) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : JSON.readTree(Samples.bytes("hostile/" + file).toArray()).get(list)) {
      texts.add(each.isString() ? each.stringValue() : each.get("name").stringValue());
    }
    return texts;
  }

  /** A shop whose variable, branch, command and key are all the same text. */
  private static Compiled everywhere(String hostile) {
    Map<String, Object> service =
        Map.of("command", hostile, "variables", Map.of("MESSAGE", hostile));
    Map<String, Object> shop =
        Map.of(
            "application",
            "shop",
            "services",
            Map.of("web", service),
            "route",
            List.of("staging"),
            "triggers",
            List.of(Map.of("on", "push", "branch", hostile)),
            hostile,
            "key");
    return Documents.compile("shop.json", Bytes.of(JSON.writeValueAsBytes(shop)));
  }

  static Stream<String> hostileTexts() {
    return Stream.of(
            texts("commit-messages.json", "messages"),
            texts("branch-names.json", "branches"),
            texts("paths.json", "paths"),
            texts("urls-ssrf.json", "urls"))
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void hostile_text_is_told_as_one_harmless_line(String hostile) {
    Compiled compiled = everywhere(hostile);

    assertThat(compiled).isInstanceOf(Compiled.Invalid.class);
    for (Problem problem : ((Compiled.Invalid) compiled).problems()) {
      assertThat(problem.message()).matches(SHOWABLE).hasSizeLessThan(400);
      assertThat(problem.line()).isPositive();
      assertThat(problem.column()).isPositive();
    }
  }

  static Stream<String> urls() {
    return texts("urls-ssrf.json", "urls").stream();
  }

  /** Where a private host or a local path leads is judged again when the source connects. */
  @ParameterizedTest
  @MethodSource("urls")
  void a_hostile_address_is_no_repository(String url) {
    boolean taken = RepositoryAddresses.refusal(url).isEmpty();

    assertThat(taken)
        .isEqualTo(List.of("http://127.0.0.1:8080/admin", "file:///etc/passwd").contains(url));
  }

  static Stream<String> paths() {
    return texts("paths.json", "paths").stream();
  }

  @ParameterizedTest
  @MethodSource("paths")
  void a_hostile_path_is_no_place_for_a_definition(String path) {
    assertThat(DefinitionPaths.refusal(path).isPresent()).isEqualTo(!path.equals("con.yaml"));
  }
}
