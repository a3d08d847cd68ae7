package dev.slipway.outlet.github;

import static dev.slipway.outlet.github.Foreseen.HEAD;
import static dev.slipway.outlet.github.Foreseen.deliverable;
import static dev.slipway.outlet.github.Foreseen.field;
import static dev.slipway.outlet.github.Foreseen.inForce;
import static dev.slipway.outlet.github.Foreseen.place;
import static dev.slipway.outlet.github.Foreseen.refused;
import static dev.slipway.outlet.github.Foreseen.verdict;
import static dev.slipway.outlet.github.Foreseen.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ServiceName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.outlet.Foretold;
import dev.slipway.outlet.Foretold.How;
import dev.slipway.outlet.Foretold.Place;
import dev.slipway.outlet.Foretold.Service;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stands at a pull request, word for word, and that nobody else's word is more than a word.
 */
class PullRequestCommentTest {

  private static final PullRequestComment PLAIN = new PullRequestComment(Optional.empty());
  private static final String HEADING =
      """
      ### What this would change

      Commit `1111111`, if it were deployed now. Nothing was changed.

      """;

  private static String said(Place... places) {
    return PLAIN.of(new Foretold(HEAD, List.of(places)));
  }

  @Test
  void nothing_changes() {
    assertThat(said(place("dev", inForce("dev"), deliverable(List.of()))))
        .isEqualTo(HEADING + "#### `shop` in `dev`\n\nNothing would change.");
  }

  @Test
  void values_are_told_before_and_after_and_of_what_is_secret_only_that_it_changes() {
    assertThat(
            said(
                place(
                    "dev",
                    inForce("dev"),
                    deliverable(
                        List.of(
                            verdict("approval", GuardrailVerdict.PENDING, "Ask somebody."),
                            verdict("soak", GuardrailVerdict.PASS, "It was long enough."),
                            verdict("checks", GuardrailVerdict.FAIL, "It is red."))),
                    web(
                        How.CHANGED,
                        field(
                            "artifact",
                            How.CHANGED,
                            "sha256:" + "a".repeat(64),
                            "sha256:" + "b".repeat(64)),
                        field("port", How.ADDED, "", "8080"),
                        field("replicas", How.CHANGED, "2", "3"),
                        field("limits.memory", How.REMOVED, "64m", ""),
                        field("variables.KEY", How.CHANGED, "", ""),
                        field("secrets.NEW", How.ADDED, "", ""),
                        field("secrets.OLD", How.REMOVED, "", "")))))
        .isEqualTo(
            HEADING
                + """
                #### `shop` in `dev`

                It would take the place of `shop/dev#7` (`2222222`) at `one`, `two`.

                - service `web`: changed
                  - `artifact`: `sha256:aaaaaaaaaaaa…` → `sha256:bbbbbbbbbbbb…`
                  - `port`: `8080` (new)
                  - `replicas`: `2` → `3`
                  - `limits.memory`: `64m` (no more)
                  - `variables.KEY`: another value
                  - `secrets.NEW`: set
                  - `secrets.OLD`: set no more

                Guardrails, as they are now:

                - `approval` would wait: `Ask somebody.`
                - `soak` passes: `It was long enough.`
                - `checks` **fails**: `It is red.`\
                """);
  }

  @Test
  void what_could_not_be_had_back_is_marked() {
    assertThat(
            said(
                place(
                    "dev",
                    Optional.empty(),
                    deliverable(List.of(), "web is stopped and removed."),
                    web(How.REMOVED, field("run", How.REMOVED, "./bin/web", "")))))
        .isEqualTo(
            HEADING
                + """
                #### `shop` in `dev`

                It would be the first delivery there, at `one`, `two`.

                **It could not be had back:**

                - **destructive** `web is stopped and removed.`

                - service `web`: **removed**\
                """);
  }

  @Test
  void why_it_would_be_refused_is_told_once_where_it_is_the_same() {
    assertThat(
            said(
                place(
                    "dev",
                    inForce("dev"),
                    refused(0, "slipway.yaml:3:5: No such key. [unknown-key]")),
                place(
                    "test",
                    inForce("test"),
                    refused(0, "slipway.yaml:3:5: No such key. [unknown-key]")),
                place(
                    "live",
                    inForce("live"),
                    refused(3, "The policy 'cap' allows no more.", "Nor this."))))
        .isEqualTo(
            HEADING
                + """
                #### `shop` in `dev`, `test`

                **It would be refused:**

                - `slipway.yaml:3:5: No such key. [unknown-key]`

                #### `shop` in `live`

                **It would be refused:**

                - `The policy 'cap' allows no more.`
                - `Nor this.`
                - and 3 more reasons\
                """);
  }

  @Test
  void a_link_leads_to_each_application() {
    assertThat(
            new PullRequestComment(Optional.of("https://slipway.example"))
                .of(
                    new Foretold(
                        HEAD,
                        List.of(
                            place("dev", inForce("dev"), deliverable(List.of())),
                            place("live", inForce("live"), deliverable(List.of()))))))
        .endsWith("Nothing would change.\n\nMore: <https://slipway.example/apps/shop>");
  }

  @Test
  void what_is_too_long_is_shortened_and_says_so() {
    Service[] services =
        IntStream.range(0, 100)
            .mapToObj(n ->
                new Service(
                    new ServiceName("s" + n),
                    How.CHANGED,
                    IntStream.range(0, 60)
                        .mapToObj(f -> field("variables.V" + f, How.CHANGED, "x".repeat(999), "y"))
                        .toList()))
            .toArray(Service[]::new);
    String text =
        new PullRequestComment(Optional.of("https://slipway.example"))
            .of(
                new Foretold(
                    HEAD, List.of(place("dev", inForce("dev"), deliverable(List.of()), services))));
    assertThat(text.length()).isBetween(63_000, PullRequestComment.LENGTH_MAX);
    assertThat(text)
        .containsPattern(
            "\n\n\\*\\*Shortened:\\*\\* [0-9]+ more lines have no room here\\.\n\nMore: <")
        .contains("and 10 more fields");
    assertThat(text.lines()).allMatch(line -> ticks(line) % 2 == 0);
  }

  private static long ticks(String line) {
    return line.chars().filter(it -> it == '`').count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@team",
        "#7",
        "GH-7",
        "https://evil.example",
        "www.evil.example",
        "<img src=x onerror=alert(1)>",
        "<!-- slipway:main%2Fslipway -->",
        "-->",
        "**bold** _it_ [a](b) ![a](b)",
        "a`b",
        "``` \n# heading",
        "`",
        "``a",
        "a``",
        "\\`",
        "\u202eright\u2066to\u200bleft",
        "$`x`$",
        "| a | b |",
        "&lt;b&gt;",
        "- item\r\n- item",
      })
  void no_word_of_others_is_markup_a_mention_or_a_link(String hostile) {
    String text =
        said(
            place("dev", inForce("dev"), refused(0, hostile)),
            place(
                "live",
                inForce("live"),
                deliverable(List.of(verdict("checks", GuardrailVerdict.FAIL, hostile)), hostile),
                web(How.CHANGED, field("run", How.CHANGED, hostile, hostile + "x"))));
    String outside = Spans.outside(text);
    assertThat(outside)
        .as(text)
        .doesNotContain("`", "@", "evil", "img", "slipway:", "right", "item", "bold", "&", "|", "$")
        .doesNotContainPattern("<|>|GH-|#[0-9]|\\\\");
    assertThat(text).doesNotContain("\u202e", "\u2066", "\u200b", "\r");
  }

  @Test
  void what_cannot_be_seen_at_all_is_called_empty() {
    assertThat(Code.of("", 10)).isEqualTo("(empty)");
    assertThat(Code.of("\u202e\n ", 10)).isEqualTo("(empty)");
    assertThat(Code.of(" a", 10)).isEqualTo("`  a `");
    assertThat(Code.of("a".repeat(11), 10)).isEqualTo("`aaaaaaaaa…`");
  }
}
