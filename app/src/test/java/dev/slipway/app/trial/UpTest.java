package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who starts a server where one runs already is told so in a sentence. */
class UpTest {

  @TempDir private Path folder;

  @Test
  void a_second_server_is_refused_by_its_folder_and_by_its_address() {
    try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
      Java.Ended sameFolder = up(folder.resolve("data"), "127.0.0.1:0");
      Java.Ended sameAddress = up(folder.resolve("other"), server.listened());

      assertThat(sameFolder.exit()).isEqualTo(1);
      assertThat(sameFolder.said())
          .contains("slipway: Another Slipway is using the folder " + folder.resolve("data"))
          .doesNotContain("\tat ");
      assertThat(sameAddress.exit()).isEqualTo(1);
      assertThat(sameAddress.said())
          .contains("slipway: Nobody can listen at " + server.listened(), "--listen")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void hosts_over_ssh_that_make_no_sense_are_refused_in_a_sentence() {
    Path secrets = folder.resolve("secret-files");
    assertRefused("names no two files", "--ssh", "git.example.com=key");
    assertRefused("name that folder", "--ssh", "git.example.com=key:hosts");
    assertRefused(
        "git.example.com is named twice",
        "--secret-files",
        secrets.toString(),
        "--ssh",
        "git.example.com=key:hosts",
        "--ssh",
        "git.example.com:22=key:hosts");
  }

  private void assertRefused(String sentence, String... options) {
    List<String> words =
        new ArrayList<>(List.of("up", "--data", folder.resolve("refused").toString()));
    words.addAll(List.of("--listen", "127.0.0.1:0"));
    words.addAll(List.of(options));
    Java.Ended ended = Java.verb("dev.slipway.app.Main", words);
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.said()).startsWith("slipway: ").contains(sentence).doesNotContain("\tat ");
  }

  private static Java.Ended up(Path data, String listen) {
    return Java.verb(
        "dev.slipway.app.Main", List.of("up", "--data", data.toString(), "--listen", listen));
  }
}
