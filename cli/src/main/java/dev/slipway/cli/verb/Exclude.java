package dev.slipway.cli.verb;

import dev.slipway.wire.ExcludeRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway exclude}. */
@Command(
    name = "exclude",
    description = "Let a delivery go on without a target that has been silent for too long.")
final class Exclude implements Callable<Integer> {

  @Parameters(
      paramLabel = "APP/ENV#N",
      converter = Address.OfDelivery.class,
      description = "Such as shop/production#3.")
  private Address.Delivery delivery;

  @Option(names = "--target", paramLabel = "NAME", required = true, description = "Without whom.")
  private String target;

  private final Slipway slipway;

  Exclude(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    return slipway.wish(
        Deliveries.wish(delivery, "exclude", new ExcludeRequest(target)),
        "Excluded %s from %s".formatted(target, delivery));
  }
}
