package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

  private static Java.Ended up(Path data, String listen) {
    return Java.verb(
        "dev.slipway.app.Main", List.of("up", "--data", data.toString(), "--listen", listen));
  }
}
