package dev.slipway.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.model.Digest;
import dev.slipway.registry.RealRegistry;
import dev.slipway.registry.Sample;
import dev.slipway.registry.rebase.Bases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The verbs that ask registries, against a real one. */
class ImagesTrialTest {

  @TempDir private Path folder;
  private RealRegistry registry;

  @BeforeEach
  void open() {
    registry = RealRegistry.open(folder);
  }

  @AfterEach
  void close() {
    registry.close();
  }

  /** What a command printed on each of both ways, and how it ended. */
  private record Ended(int code, String out, String err) {}

  @Test
  void an_image_is_rebased_once_and_the_second_time_there_is_nothing_to_do() throws IOException {
    registry.push("base/run", "13.1", Bases.before());
    registry.push("base/run", "13.2", Bases.after());
    registry.push("team/shop", "1.4", Bases.app(registry.host() + "/base/run"));
    String base = registry.host() + "/base/run:13.2";
    Ended first = run("rebase", "team/shop:1.4", "--run-image", base, "--output", "json");
    assertThat(first.code()).as(first.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(first.out());
    assertThat(json.path("outcome").asText()).isEqualTo("written");
    assertThat(json.path("mounted").asInt()).isEqualTo(3);
    assertThat(json.path("copied").asInt()).isZero();
    assertThat(run("image", "team/shop:1.4").out())
        .isEqualToIgnoringNewLines(json.path("result").asText());
    assertThat(run("rebase", "team/shop:1.4", "--run-image", base).out())
        .startsWith("Nothing to do: it is on this base already, " + json.path("result").asText());
  }

  @Test
  void a_refusal_has_its_sentence_and_its_code() {
    registry.push("base/run", "13.2", Bases.after());
    registry.push("team/shop", "1.4", Sample.of("not from buildpacks"));
    Ended ended = run("rebase", "team/shop:1.4", "--run-image", registry.host() + "/base/run:13.2");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("slipway: ").contains("(not-from-buildpacks)");
  }

  @Test
  void the_newest_version_is_told_by_its_digest() {
    Digest old = registry.push("team/shop", "1.4.2", Sample.of("old"));
    Digest release = registry.push("team/shop", "1.10.0", Sample.of("release"));
    registry.push("team/shop", "2.0.0", Sample.of("next"));
    Digest last = registry.push("team/shop", "release-10", Sample.of("last"));
    registry.push("team/shop", "release-9", Sample.of("last but one"));
    assertThat(run("image", "team/shop", "--newest", ">=1.4 <2").out())
        .contains("team/shop:1.10.0@" + release);
    assertThat(run("image", "team/shop", "--newest", "1.4").out())
        .contains("team/shop:1.4.2@" + old);
    assertThat(run("image", "team/shop", "--like", "release-*", "--output", "json").out())
        .contains("\"tag\":\"release-10\",\"digest\":\"" + last + "\"");
    assertThat(run("image", "team/shop", "--newest", "3.x").err()).contains("(no-tag-fits)");
    assertThat(run("image", "team/shop:1.4.2", "--newest", "1.x").err()).contains("(tag-twice)");
    assertThat(run("image", "team/shop", "--newest", "latest").err()).contains("range of versions");
    assertThat(run("image", "team/shop", "--newest", "1", "--like", "1").code()).isEqualTo(2);
  }

  private Ended run(String verb, String image, String... options) {
    List<String> words = new ArrayList<>(List.of(registry.host() + "/" + image));
    words.addAll(List.of("--plain", registry.host()));
    words.addAll(List.of(options));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream usualOut = System.out;
    PrintStream usualErr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int code =
          new CommandLine(verb.equals("image") ? new ImageVerb() : new RebaseVerb())
              .setCaseInsensitiveEnumValuesAllowed(true)
              .execute(words.toArray(String[]::new));
      return new Ended(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(usualOut);
      System.setErr(usualErr);
    }
  }
}
