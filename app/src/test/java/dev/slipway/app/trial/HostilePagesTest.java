package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Strings of strangers, brought through a real repository and a real server into every page of the
 * real client, in a real Chromium. A second server has the same with harmless strings, so that it
 * shows when a string became more than text.
 */
class HostilePagesTest {

  private static final Path UI = Path.of("..", "ui").toAbsolutePath().normalize();
  private static final long MINUTES_MAX = 10;

  @TempDir private Path folder;

  @Test
  void every_string_of_strangers_is_text_on_every_page() throws Exception {
    Strings strings = Strings.hostile(UI.resolve("src/fixtures/hostile"));
    try (Strangers harmless = Strangers.with(folder.resolve("harmless"), strings.harmless());
        Strangers hostile = Strangers.with(folder.resolve("hostile"), strings)) {
      ObjectNode asked = Api.JSON.createObjectNode();
      asked.set("harmless", harmless.pages());
      asked.set("hostile", hostile.pages());
      asked.set("strings", Api.JSON.valueToTree(strings.shown(hostile.shipped())));
      Path file = folder.resolve("pages.json");
      Files.writeString(file, asked.toString());
      assertThat(browser(file)).as(Files.readString(folder.resolve("browser.log"))).isZero();
    }
  }

  /** Runs the client's own test in the browser; the answer is how it ended. */
  private int browser(Path pages) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                "node",
                "node_modules/vitest/vitest.mjs",
                "run",
                "--config",
                "e2e/real/vitest.config.ts")
            .directory(UI.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("browser.log").toFile());
    builder.environment().put("SLIPWAY_PAGES", pages.toString());
    Process process = builder.start();
    if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }
}
