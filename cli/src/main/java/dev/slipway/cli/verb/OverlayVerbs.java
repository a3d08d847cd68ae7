package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway overlay …}: what others than its application say of a service. */
@Command(
    name = "overlay",
    description = "Overlays: what others than its application say of a service.",
    synopsisSubcommandLabel = "VERB")
public final class OverlayVerbs {

  private final Slipway slipway;

  public OverlayVerbs(Slipway slipway) {
    this.slipway = slipway;
  }

  @Command(
      name = "list",
      description = "Every overlay as it is now.",
      mixinStandardHelpOptions = true)
  int list() {
    return shown(slipway.server().list(Request.get("overlays"), Slipway.WHOLE_LIST));
  }

  @Command(name = "show", description = "An overlay as it is now.", mixinStandardHelpOptions = true)
  int show(@Parameters(paramLabel = "NAME", description = "Such as cost-caps.") String name) {
    return shown(slipway.server().list(Request.get("overlays", name), 1));
  }

  @Command(
      name = "owners",
      description = "Who may write which overlays and applications.",
      mixinStandardHelpOptions = true)
  int owners() {
    JsonNode page = slipway.server().list(Request.get("owners"), Slipway.WHOLE_LIST);
    return slipway.show(page, () -> Overlays.owners(page, slipway.colours()));
  }

  private int shown(JsonNode page) {
    return slipway.show(page, () -> Overlays.text(page, slipway.now(), slipway.colours()));
  }
}
