package dev.slipway.cli.verb;

import dev.slipway.cli.Failure;
import dev.slipway.cli.server.Request;
import dev.slipway.wire.RevertRequest;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway revert}. */
@Command(
    name = "revert",
    description =
        "Have an overlay or a policy be again what it was. What an overlay gave what runs is taken back by a campaign.")
final class Revert implements Callable<Integer> {

  @Parameters(paramLabel = "overlay/NAME|policy/NAME", description = "Such as overlay/cost-caps.")
  private String what;

  @Option(
      names = "--to",
      paramLabel = "REVISION",
      description = "The number that slipway history shows. Default: the one before.")
  private Optional<Integer> to = Optional.empty();

  private final Slipway slipway;

  Revert(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    Address.Owned owned =
        Address.Owned.parse(what)
            .orElseThrow(() ->
                Failure.because(
                    "'%s' is not written like overlay/cost-caps or policy/no-debug."
                        .formatted(what)));
    return slipway.wish(
        Request.post(new RevertRequest(to), owned.shelf(), owned.name(), "revert"), "Reverted");
  }
}
