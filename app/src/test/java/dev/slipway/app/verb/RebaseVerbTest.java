package dev.slipway.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.model.Digest;
import dev.slipway.registry.Blobs;
import dev.slipway.registry.ImageName;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.rebase.Changes;
import dev.slipway.registry.rebase.Report;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** What the verb takes, and what it prints. */
class RebaseVerbTest {

  private static final String RUN = "registry.example/base/run:13.2";

  @Test
  void an_image_without_its_registry_is_refused() {
    assertThat(run("team/shop:1.4", "--run-image", RUN)).isEqualTo(1);
  }

  @Test
  void a_base_has_to_be_named() {
    assertThat(run("registry.example/team/shop:1.4")).isEqualTo(2);
  }

  @Test
  void a_file_of_logins_that_is_not_there_is_refused() {
    assertThat(
            run(
                "registry.example/team/shop:1.4",
                "--run-image",
                RUN,
                "--auth-file",
                "/no/such/file"))
        .isEqualTo(1);
  }

  @Test
  void what_is_no_host_is_refused() {
    assertThat(run("registry.example/team/shop:1.4", "--run-image", RUN, "--reach", "http://x/"))
        .isEqualTo(1);
  }

  @Test
  void nobody_at_an_address_is_told() {
    assertThat(
            run(
                "127.0.0.1:1/team/shop:1.4",
                "--run-image",
                "127.0.0.1:1/base/run:1",
                "--plain",
                "127.0.0.1:1",
                "--realm",
                "127.0.0.1:1=tokens.example"))
        .isEqualTo(1);
  }

  @Test
  void programs_get_every_part_of_the_answer() throws Refusal, IOException {
    JsonNode json = new ObjectMapper().readTree(RebaseReport.json(report(Report.Outcome.WRITTEN)));
    assertThat(json.path("outcome").asText()).isEqualTo("written");
    assertThat(json.path("digest").asText()).isEqualTo(digest('2').value());
    assertThat(json.path("mounted").asInt()).isEqualTo(2);
    assertThat(json.path("present").asInt()).isEqualTo(1);
    assertThat(json.path("copied").asInt()).isZero();
    assertThat(json.path("newInBase").asText()).isEqualTo("https://git.example/run/commit/1234567");
    assertThat(json.has("source")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Report.Outcome.class)
  void people_get_lines_in_which_nothing_is_obeyed_by_a_terminal(Report.Outcome outcome)
      throws Refusal {
    assertThat(RebaseReport.text(report(outcome)))
        .contains(digest('2').value())
        .contains("2 of its own are as they were; 3 of the base: 1 were there, 2 mounted")
        .contains("before red\\u001b[31m@1")
        .contains("New in the base: https://git.example/run/commit/1234567");
  }

  private static int run(String... arguments) {
    return new CommandLine(new RebaseVerb())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  private static Report report(Report.Outcome outcome) throws Refusal {
    ImageName image = ImageName.parse("registry.example/team/shop:1.4");
    return new Report(
        image.pinned(digest('1')),
        image.pinned(digest('2')),
        ImageName.parse(RUN).pinned(digest('3')),
        Optional.of("red\u001b[31m@1"),
        2,
        3,
        Map.of(Blobs.Way.MOUNTED, 2, Blobs.Way.PRESENT, 1),
        outcome,
        false,
        new Changes(Optional.empty(), Optional.of("https://git.example/run/commit/1234567")));
  }

  private static Digest digest(char digit) {
    return Digest.ofHex(String.valueOf(digit).repeat(64));
  }
}
