package dev.slipway.cli.verb;

import dev.slipway.wire.ContinueRequest;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway continue}. */
@Command(
    name = "continue",
    description = "Let a delivery go on from a step where its strategy asks people.")
final class Continue implements Callable<Integer> {

  @Parameters(
      paramLabel = "APP/ENV#N",
      converter = Address.OfDelivery.class,
      description = "Such as shop/production#3.")
  private Address.Delivery delivery;

  @Option(
      names = "--step",
      paramLabel = "N",
      description = "The step that you looked at; where it is further by now, nothing happens.")
  private Optional<Integer> step = Optional.empty();

  private final Slipway slipway;

  Continue(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    return slipway.wish(
        Deliveries.wish(delivery, "continue", new ContinueRequest(step)),
        "Went on with " + delivery);
  }
}
