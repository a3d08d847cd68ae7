package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Exit;
import dev.slipway.cli.server.Request;
import dev.slipway.wire.SetRollbackRequest;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Takes back a whole set, or says what that would do. */
final class SetReturn {

  @Option(
      names = "--set",
      paramLabel = "SET",
      description = "Instead: all that went as one; slipway sets tells them.")
  private Optional<String> id = Optional.empty();

  @Option(
      names = "--in",
      paramLabel = "ENV",
      description = "Where a set is meant; needed when it arrived in several environments.")
  private Optional<String> environment = Optional.empty();

  /** Whether a set is meant, and not one application. */
  boolean isMeant() {
    return id.isPresent();
  }

  int call(Slipway slipway, boolean isPreview, Confirm confirm) {
    String set = id.orElseThrow();
    if (isPreview) {
      JsonNode offer =
          slipway
              .server()
              .ask(Request.get("sets", set, "rollback").with("environment", environment));
      Exit exit = offer.path("possible").asBoolean() ? Exit.CONVERGED : Exit.OTHER;
      return slipway.show(offer, () -> ShipSets.offer(offer), exit);
    }
    return slipway.wish(
        Request.post(new SetRollbackRequest(environment, confirm.named()), "sets", set, "rollback"),
        "Taking it back");
  }
}
