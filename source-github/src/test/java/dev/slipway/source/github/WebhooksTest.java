package dev.slipway.source.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.event.Event;
import dev.slipway.source.Recognition;
import dev.slipway.source.Recognition.Recognised;
import dev.slipway.source.Recognition.Refused;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code outcomes.csv} says what becomes of each recorded webhook. */
class WebhooksTest {

  @ParameterizedTest
  @CsvFileSource(resources = "outcomes.csv", numLinesToSkip = 1)
  void every_recorded_webhook_has_its_outcome(String file, String event, String outcome) {
    assertThat(told(Hooks.signed(event, Hooks.file("webhooks/" + file)))).isEqualTo(outcome);
  }

  @Test
  void no_recorded_webhook_is_missing_from_the_table() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(WebhooksTest.class.getResource("webhooks"));
    String table = new String(Hooks.file("outcomes.csv"), StandardCharsets.UTF_8);
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .isNotEmpty()
          .allMatch(name -> table.contains("\n" + name + ","));
    }
  }

  @Test
  void no_recorded_webhook_but_a_push_passes_as_a_push() {
    String table = new String(Hooks.file("outcomes.csv"), StandardCharsets.UTF_8);
    assertThat(
            table
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .filter(file -> !file.startsWith("push."))
                .map(file -> told(Hooks.signed("push", Hooks.file("webhooks/" + file))))
                .collect(Collectors.toSet()))
        .containsExactly("refused event-does-not-fit-body");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"clone_url\":\"file:///srv/shop.git\"}        | file:///srv/shop.git",
        "{\"ssh_url\":\"git@host:shop.git\"}             | git@host:shop.git",
        "{\"clone_url\":7,\"html_url\":\"https://h/s\"}  | https://h/s",
        "{\"clone_url\":\"-oProxy\",\"git_url\":\"git://h/s\"} | git://h/s",
      })
  void the_first_usable_address_names_the_repository(String repository, String address) {
    assertThat(Hooks.signed("push", push("\"refs/heads/main\"", repository)))
        .isInstanceOfSatisfying(
            Recognised.class,
            recognised ->
                assertThat(recognised.event())
                    .isEqualTo(
                        new Event.RefsHinted(
                            new RepositoryUrl(address), List.of(RefName.ofBranch("main")))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"main\"                | refused field-not-usable",
        "17                      | refused field-not-usable",
        "\"refs/heads/a\\u0000\" | refused field-not-usable",
        "\"refs/notes/x\"        | ignored ref-not-branch-or-tag",
      })
  void a_ref_is_a_full_name_of_a_branch_or_tag(String ref, String outcome) {
    assertThat(told(Hooks.signed("push", push(ref, "{\"clone_url\":\"https://h/s\"}"))))
        .isEqualTo(outcome);
  }

  private static byte[] push(String ref, String repository) {
    return ("{\"ref\":"
            + ref
            + ",\"before\":\"0\",\"after\":\"1\",\"repository\":"
            + repository
            + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String told(Recognition recognition) {
    return switch (recognition) {
      case Refused refused -> "refused " + refused.because().code();
      case Recognised(Event.Ignored ignored, String _) -> "ignored " + ignored.because().code();
      case Recognised(Event.RefsHinted hint, String _) ->
          "hint " + hint.repository() + " " + hint.refs().getFirst();
      case Recognised(Event.ChecksHinted hint, String _) ->
          "checks " + hint.repository() + " " + hint.sha();
      case Recognised(Event.ImagesHinted hint, String _) -> "images " + hint.repositories();
      case Recognised(Event.Announced _, String _) -> "announced";
    };
  }
}
