package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Server;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway diff}. */
@Command(name = "diff", description = "What a delivery has other than an earlier one.")
final class Diff implements Callable<Integer> {

  @Parameters(
      paramLabel = "APP/ENV[#N]",
      description = "Such as shop/staging#3; the one on its way unless told.")
  private String what;

  @Option(
      names = "--from",
      paramLabel = "NUMBER",
      description = "Compared with this one. Default: the one in force when it was made.")
  private Optional<Integer> from = Optional.empty();

  private final Slipway slipway;

  Diff(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    Server server = slipway.server();
    Address.Delivery delivery = Address.Delivery.parse(what, server);
    JsonNode difference =
        server.ask(
            Deliveries.request(delivery, "difference").with("from", from.map(String::valueOf)));
    return slipway.show(
        difference, () -> Differences.text(delivery, difference, slipway.now(), slipway.colours()));
  }
}
