package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Visible;
import dev.slipway.wire.BypassRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway bypass}. */
@Command(
    name = "bypass",
    description = "In an emergency: let a delivery go on although a guardrail does not hold.")
final class Bypass implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "APP/ENV[#N]",
      description = "The delivery; the waiting one unless told.")
  private String what;

  @Parameters(
      index = "1..*",
      paramLabel = "GUARDRAIL",
      arity = "1..*",
      description = "As slipway why names it, such as approval, soak or check ci/unit.")
  private List<String> guardrail;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; it is recorded, and everybody sees it.")
  private String reason;

  @Option(
      names = "--hash",
      paramLabel = "HASH",
      description = "What you looked at. Unless told, what is there now.")
  private Optional<String> hash = Optional.empty();

  private final Slipway slipway;

  Bypass(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    Server server = slipway.server();
    Address.Delivery delivery = Address.Delivery.parse(what, server);
    String seen = hash.orElseGet(() -> Deliveries.seen(server, slipway, delivery));
    String name = String.join(" ", guardrail);
    return slipway.wish(
        Deliveries.wish(delivery, "bypass", new BypassRequest(name, seen, reason)),
        "%s goes past %s".formatted(delivery, name));
  }

  /** Whatever a delivery goes past, one line each; nothing where it goes past nothing. */
  static List<String> lines(JsonNode delivery) {
    return Fields.items(delivery, "bypassed").stream()
        .map(one ->
            Visible.of(
                "%s, by %s: %s"
                    .formatted(
                        Fields.text(one, "guardrail"),
                        Fields.text(one, "by.name"),
                        Fields.text(one, "because"))))
        .toList();
  }
}
