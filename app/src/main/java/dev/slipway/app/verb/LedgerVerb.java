package dev.slipway.app.verb;

import dev.slipway.app.server.DataFolder;
import dev.slipway.app.server.LedgerCheck;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is done with the ledger itself, on the machine where it lies. */
@Command(
    name = "ledger",
    description = "Work on the ledger itself.",
    subcommands = LedgerVerb.Verify.class,
    mixinStandardHelpOptions = true)
public final class LedgerVerb {

  /** Recomputes everything that can be recomputed. */
  @Command(
      name = "verify",
      description = "Recompute every hash and signed head, and name the first broken position.",
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "Where the ledger lies (default: ~/.local/share/slipway).")
    private @Nullable Path data;

    @Option(
        names = "--output",
        paramLabel = "FORMAT",
        defaultValue = "text",
        description = "text or json.")
    private DemoVerb.Format output = DemoVerb.Format.TEXT;

    @Override
    public Integer call() {
      DataFolder folder =
          data == null ? DataFolder.standard() : new DataFolder(data.toAbsolutePath());
      LedgerCheck.Result result = LedgerCheck.of(folder);
      System.out.println(output == DemoVerb.Format.JSON ? result.json() : result.sentence());
      return result.ok() ? 0 : 2;
    }
  }
}
