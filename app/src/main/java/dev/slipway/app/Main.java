package dev.slipway.app;

import dev.slipway.app.verb.AgentVerbs;
import dev.slipway.app.verb.DemoVerb;
import dev.slipway.app.verb.Doctor;
import dev.slipway.app.verb.ImageVerb;
import dev.slipway.app.verb.LedgerVerb;
import dev.slipway.app.verb.RebaseVerb;
import dev.slipway.app.verb.RehearseVerb;
import dev.slipway.app.verb.Up;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The verbs that need this machine: everything else is asked of a server by the client. */
@Command(
    name = "slipway",
    description = "The verbs that run on the machine of the server.",
    subcommands = {
      Up.class,
      DemoVerb.class,
      LedgerVerb.class,
      AgentVerbs.class,
      Doctor.class,
      ImageVerb.class,
      RebaseVerb.class,
      RehearseVerb.class
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "VERB")
public final class Main {

  private Main() {}

  /** What is written is for ever, so it is the same whatever language the machine speaks. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    System.exit(
        new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }
}
