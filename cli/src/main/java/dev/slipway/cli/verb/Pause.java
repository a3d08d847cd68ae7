package dev.slipway.cli.verb;

import dev.slipway.cli.server.Request;
import dev.slipway.wire.PauseRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway pause}. */
@Command(name = "pause", description = "Let no rollout and no next step start somewhere.")
final class Pause implements Callable<Integer> {

  @Parameters(
      paramLabel = "APP/ENV",
      converter = Address.OfPlacement.class,
      description = "Such as shop/staging.")
  private Address.Placement at;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; whoever waits is told.")
  private String reason;

  private final Slipway slipway;

  Pause(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    return slipway.wish(
        Request.post(
            new PauseRequest(reason),
            "applications",
            at.application(),
            "environments",
            at.environment(),
            "pause"),
        "Paused " + at);
  }
}
