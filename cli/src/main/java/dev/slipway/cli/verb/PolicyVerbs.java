package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway policy …}: what has to be so of services, whoever declares them. */
@Command(
    name = "policy",
    description = "Policies: what has to be so of services, whoever declares them.",
    synopsisSubcommandLabel = "VERB")
public final class PolicyVerbs {

  private final Slipway slipway;

  public PolicyVerbs(Slipway slipway) {
    this.slipway = slipway;
  }

  @Command(
      name = "list",
      description = "Every policy as it is now.",
      mixinStandardHelpOptions = true)
  int list() {
    return shown(slipway.server().list(Request.get("policies"), Slipway.WHOLE_LIST));
  }

  @Command(name = "show", description = "A policy as it is now.", mixinStandardHelpOptions = true)
  int show(@Parameters(paramLabel = "NAME", description = "Such as no-debug.") String name) {
    return shown(slipway.server().list(Request.get("policies", name), 1));
  }

  private int shown(JsonNode page) {
    return slipway.show(page, () -> Policies.text(page, slipway.now(), slipway.colours()));
  }
}
