package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Exit;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Fields;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway includes}: whether what is in force holds a commit. */
@Command(name = "includes", description = "Whether a commit is in what is in force somewhere.")
final class Includes implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "APP/ENV",
      converter = Address.OfPlacement.class,
      description = "Such as shop/production.")
  private Address.Placement at;

  @Parameters(
      index = "1",
      paramLabel = "COMMIT",
      description = "A commit id, the beginning of one, a branch or a tag.")
  private String commit;

  private final Slipway slipway;

  Includes(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    JsonNode inclusion =
        slipway
            .server()
            .ask(
                Request.get(
                        "applications",
                        at.application(),
                        "environments",
                        at.environment(),
                        "inclusion")
                    .with("revision", commit));
    boolean included = Fields.text(inclusion, "relation").equals("included");
    return slipway.show(inclusion, () -> text(inclusion), included ? Exit.CONVERGED : Exit.FAILED);
  }

  private static String text(JsonNode inclusion) {
    return "%s: %s%n"
        .formatted(
            Fields.text(inclusion, "relation").toUpperCase(Locale.ROOT).replace('-', '_'),
            Fields.text(inclusion.path("because"), "sentence"));
  }
}
