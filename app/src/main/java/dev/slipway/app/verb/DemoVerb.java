package dev.slipway.app.verb;

import dev.slipway.app.demo.DemoRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the main job on sample data. */
@Command(
    name = "demo",
    description =
        "Run the main job on a sample application: a push travels, a bad commit stops, "
            + "a killed process is healed, a killed server goes on.",
    mixinStandardHelpOptions = true)
public final class DemoVerb implements Callable<Integer> {

  @Option(names = "--once", description = "Run through, print the result, stop.")
  private boolean once;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (default: ${DEFAULT-VALUE}).")
  private Format output = Format.TEXT;

  /** How a result is printed. */
  enum Format {
    TEXT,
    JSON
  }

  @Override
  public Integer call() {
    return DemoRun.run(once, output == Format.JSON) ? 0 : 2;
  }
}
