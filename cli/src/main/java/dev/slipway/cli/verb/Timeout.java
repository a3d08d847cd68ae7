package dev.slipway.cli.verb;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a verb waits; the same everywhere. */
final class Timeout {

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "30m",
      description = "How long to wait, such as 90s, 30m or 2h. Default: ${DEFAULT-VALUE}.")
  private Duration length;

  Duration length() {
    return length;
  }
}
