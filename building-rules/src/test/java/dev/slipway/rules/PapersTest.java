package dev.slipway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.rules.Checkout.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PapersTest {

  private static final Path ROOT = House.root();
  private static final List<String> MODULES = Papers.modules(Papers.read(ROOT.resolve("pom.xml")));

  @Test
  void the_poms_open_no_other_doors_than_the_table() {
    assertThat(MODULES)
        .allSatisfy(room ->
            assertThat(Papers.poms(room, Papers.read(ROOT.resolve(room).resolve("pom.xml"))))
                .isEmpty());
  }

  @Test
  void the_table_of_doors_has_every_room_and_no_other() {
    assertThat(Room.TABLE.stream().map(Room::name)).containsExactlyInAnyOrderElementsOf(MODULES);
  }

  @Test
  void every_room_has_its_sentence_in_the_architecture() {
    assertThat(Papers.unnamed(MODULES, Papers.read(ROOT.resolve("ARCHITECTURE.md")))).isEmpty();
  }

  @Test
  void every_link_between_pages_leads_somewhere() {
    assertThat(Papers.deadLinks(ROOT, Checkout.pages(ROOT))).isEmpty();
  }

  @Test
  void every_block_of_commands_is_run_or_says_why_not() {
    assertThat(Papers.unmarked(Checkout.pages(ROOT))).isEmpty();
  }

  @Test
  void a_dependency_that_the_table_does_not_have_is_named() {
    String dependency =
        "<dependency>\n<groupId>dev.slipway</groupId>\n<artifactId>slipway-loop</artifactId>\n%s</dependency>";

    assertThat(Papers.poms("engine", dependency.formatted("")))
        .containsExactly("engine depends on loop, but it may mention [aggregation, codec, model]");
    assertThat(Papers.poms("engine", dependency.formatted("<scope>test</scope>"))).isEmpty();
  }

  @Test
  void a_room_without_a_sentence_is_named() {
    assertThat(Papers.unnamed(List.of("model", "attic"), "| `model` | the nouns of it all | – |"))
        .containsExactly("attic: add its row to the table of rooms in ARCHITECTURE.md");
  }

  @Test
  void a_link_that_leads_nowhere_is_named() {
    Page page = new Page("docs/a.md", "# A\n[b](none.md) [c](https://example.org) `[d](e)`\n");

    assertThat(Papers.deadLinks(ROOT, List.of(page)))
        .containsExactly("docs/a.md: the link to none.md leads nowhere");
  }

  @ParameterizedTest
  @CsvSource({
    "sh,, true",
    "sh fails,, true",
    "yaml,, true",
    "sh not-run, it needs somebody who types, true",
    "sh not-run,, false",
    "sh not-run, why, false",
    "sh, it needs somebody who types, false",
    "bash,, false",
    "sh later,, false"
  })
  void a_block_that_is_not_run_without_a_reason_is_named(
      String mark, @Nullable String reason, boolean good) {
    String before = Optional.ofNullable(reason).map("<!-- not run: %s -->\n"::formatted).orElse("");
    Page page = new Page("docs/a.md", "# A\n\n%s```%s\nls\n```\n".formatted(before, mark));

    assertThat(Papers.unmarked(List.of(page)).isEmpty()).isEqualTo(good);
  }
}
