package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Exit;
import dev.slipway.cli.Failure;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Visible;
import dev.slipway.wire.RollbackRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway rollback}. It says what it goes back behind before it does. */
@Command(name = "rollback", description = "Have an earlier delivery hold again.")
final class Rollback implements Callable<Integer> {

  @Parameters(
      paramLabel = "APP/ENV",
      arity = "0..1",
      converter = Address.OfPlacement.class,
      description = "Such as shop/production.")
  private Optional<Address.Placement> one = Optional.empty();

  @Mixin private SetReturn set;

  @Option(
      names = "--to",
      paramLabel = "NUMBER",
      description = "A delivery that was in force. Default: the one before.")
  private Optional<Integer> to = Optional.empty();

  @Option(
      names = "--past-lock",
      paramLabel = "LOCK",
      description = "A lock that it is to pass; yours, or you own the environment.")
  private List<String> pastLocks = List.of();

  @Option(names = "--dry-run", description = "Only say what it would do.")
  private boolean dryRun;

  @Option(names = "--list", description = "Only say where it could go back to, and where not.")
  private boolean list;

  @Option(names = "--wait", description = "Until it has arrived or failed.")
  private boolean wait;

  @Mixin private Confirm confirm;

  @Mixin private Timeout timeout;

  private final Slipway slipway;

  Rollback(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    if (one.isPresent() == set.isMeant()) {
      throw Failure.because("What goes back? Say either APP/ENV or --set SET.");
    }
    return one.map(this::placement).orElseGet(() -> set.call(slipway, list || dryRun, confirm));
  }

  private int placement(Address.Placement at) {
    Server server = slipway.server();
    if (list) {
      JsonNode choices =
          server.ask(
              Request.get(
                  "applications",
                  at.application(),
                  "environments",
                  at.environment(),
                  "rollback",
                  "choices"));
      return slipway.show(choices, () -> Choices.text(choices), Exit.CONVERGED);
    }
    if (dryRun) {
      JsonNode offer =
          server.ask(
              Request.get(
                      "applications",
                      at.application(),
                      "environments",
                      at.environment(),
                      "rollback")
                  .with("to", to.map(String::valueOf)));
      Exit exit = offer.path("possible").asBoolean() ? Exit.CONVERGED : Exit.OTHER;
      return slipway.show(offer, () -> offered(at, offer), exit);
    }
    JsonNode carried =
        server.ask(
            Request.post(
                new RollbackRequest(
                    to,
                    Optional.of(pastLocks).filter(locks -> !locks.isEmpty()),
                    confirm.of(slipway, server, at)),
                "applications",
                at.application(),
                "environments",
                at.environment(),
                "rollback"));
    Optional<String> shipment = Fields.found(carried, "shipment");
    if (!wait || shipment.isEmpty()) {
      return slipway.carried(carried, "Rolling back");
    }
    slipway.remark(Settlements.text(carried, "Rolling back").strip());
    return slipway.follow(
        server, () -> Journey.at(server, shipment.get(), at.environment()), timeout.length());
  }

  private static String offered(Address.Placement at, JsonNode offer) {
    if (!offer.path("possible").asBoolean()) {
      return Visible.of(Fields.sentence(offer, "because")) + "\n";
    }
    String skips =
        Fields.items(offer, "skips").stream()
            .map(skip -> "#%s (%s)".formatted(Fields.text(skip, "number"), Fields.sha(skip, "sha")))
            .collect(Collectors.joining(", "));
    return Visible.of(
            "%s would go back to #%s (%s), behind %s."
                .formatted(at, Fields.text(offer, "to.number"), Fields.sha(offer, "to.sha"), skips))
        + "\n";
  }
}
