package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What looks for secrets after every trial, and after the whole suite, finds one in any form. */
class SweepTest {

  private static final String SECRET = Sweep.WORD + "0a1b / \"two\"";

  @TempDir private Path folder;

  static Stream<String> forms() {
    return Stream.concat(
        Stream.of(
            SECRET,
            Api.JSON.getNodeFactory().textNode(SECRET).toString(),
            URLEncoder.encode(SECRET, StandardCharsets.UTF_8)),
        Stream.of("", "1", "12", "123")
            .map(before -> before + SECRET)
            .map(
                text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("forms")
  void it_is_found_in_every_form_in_any_file(String form) throws Exception {
    Files.writeString(Files.createDirectories(folder.resolve("a/b")).resolve("blob"), "\0" + form);

    assertThatThrownBy(() -> Sweep.of(folder)).hasMessageContaining("a/b/blob");
    assertThat(afterTheSuite(folder)).isEqualTo(1);
  }

  @Test
  void where_there_is_none_nothing_is_found() throws Exception {
    Files.writeString(folder.resolve("log"), "canary: 10% of the traffic, canary-strategy\n");
    Files.writeString(folder.resolve("blob"), "hunter2");

    Sweep.of(folder.resolve("blob"), folder.resolve("nothing"));
    assertThat(afterTheSuite(folder)).isZero();
  }

  /** How what `./slipway test` runs last ends. */
  private static int afterTheSuite(Path left) throws IOException, InterruptedException {
    Process scan = new ProcessBuilder("../.ci/leaks", left.toString()).start();
    assertThat(scan.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return scan.exitValue();
  }
}
