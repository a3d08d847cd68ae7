package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Exit;
import dev.slipway.cli.Failure;
import dev.slipway.cli.follow.LogFollowing;
import dev.slipway.cli.follow.LogFollowing.Start;
import dev.slipway.cli.follow.Standing;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway logs}. */
@Command(
    name = "logs",
    description = {
      "What services and commands of a delivery wrote.",
      "On a terminal visible characters only; redirected, the bytes as they are."
    })
final class Logs implements Callable<Integer> {

  @Parameters(
      paramLabel = "APP/ENV[#N]",
      description = "Such as shop/staging#3; without a number, the delivery of now.")
  private String which;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what is written until the delivery has ended.")
  private boolean follow;

  @Option(names = "--list", description = "List the logs instead of reading them.")
  private boolean list;

  @Option(names = "--tail", paramLabel = "N", description = "Only the last lines, up to 10000.")
  private Optional<Integer> tail = Optional.empty();

  @Option(names = "--offset", paramLabel = "N", description = "Only from this byte on.")
  private Optional<Long> offset = Optional.empty();

  @Option(names = "--target", paramLabel = "NAME", description = "Only of this target.")
  private Optional<String> target = Optional.empty();

  @Option(names = "--service", paramLabel = "NAME", description = "Only of this service.")
  private Optional<String> service = Optional.empty();

  @Option(names = "--log", paramLabel = "ID", description = "Only this one, as --list names it.")
  private Optional<String> log = Optional.empty();

  private final Slipway slipway;

  Logs(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    if (tail.isPresent() && offset.isPresent()) {
      throw Failure.because("Give --tail or --offset, not both.");
    }
    Server server = slipway.server();
    Address.Delivery delivery = delivery(server);
    if (list || slipway.speaksJson()) {
      JsonNode page = server.list(logsOf(delivery), Slipway.WHOLE_LIST);
      return slipway.show(page, () -> table(page));
    }
    LogFollowing following =
        new LogFollowing(
            server,
            slipway.terminal(),
            slipway.pause(),
            id -> logsOf(delivery).under(id),
            new Start(tail, offset));
    if (!follow) {
      List<JsonNode> all = matching(server, delivery);
      all.stream().filter(this::isPassedOver).forEach(this::remarkRemoved);
      following.once(wanted(all));
      return Exit.CONVERGED.code();
    }
    return following
        .until(
            () -> wanted(matching(server, delivery)),
            () -> Standing.ofDelivery(server.ask(Deliveries.request(delivery))))
        .code();
  }

  private Address.Delivery delivery(Server server) {
    if (which.contains("#")) {
      return Address.Delivery.parse(which);
    }
    Address.Placement at = Address.Placement.parse(which);
    JsonNode placement =
        server.ask(Request.get("applications", at.application(), "environments", at.environment()));
    return Fields.found(placement, "active.number")
        .or(() -> Fields.found(placement, "inForce.number"))
        .map(number -> new Address.Delivery(at.application(), at.environment(), number))
        .orElseThrow(() -> Failure.because("Nothing was delivered to %s yet.".formatted(which)));
  }

  private static Request logsOf(Address.Delivery delivery) {
    return Deliveries.request(delivery).under("logs");
  }

  private List<JsonNode> matching(Server server, Address.Delivery delivery) {
    return Fields.items(server.list(logsOf(delivery), Slipway.WHOLE_LIST), "items").stream()
        .filter(one -> target.isEmpty() || Fields.found(one, "target").equals(target))
        .filter(one -> service.isEmpty() || Fields.found(one, "service").equals(service))
        .filter(one -> log.isEmpty() || Fields.found(one, "id").equals(log))
        .toList();
  }

  private List<String> wanted(List<JsonNode> logs) {
    return logs.stream()
        .filter(one -> !isPassedOver(one))
        .map(one -> Fields.text(one, "id"))
        .toList();
  }

  /** One that was removed keeps nobody from the others; asked for by name, it says so itself. */
  private boolean isPassedOver(JsonNode one) {
    return log.isEmpty() && one.has("removedAt");
  }

  private void remarkRemoved(JsonNode one) {
    slipway
        .terminal()
        .remark(
            "%s was removed on %s, for logs are not kept for ever."
                .formatted(
                    Visible.of(Fields.text(one, "id")), Visible.of(Fields.text(one, "removedAt"))));
  }

  private static String state(JsonNode one) {
    if (one.has("removedAt")) {
      return "removed";
    }
    return one.path("finished").asBoolean() ? "ended" : "growing";
  }

  private String table(JsonNode page) {
    Table table =
        new Table(
            "LOG", "TARGET", "SERVICE", "INSTANCE", "ATTEMPT", "BYTES", "DROPPED", "STATE", "AGE");
    for (JsonNode one : Fields.items(page, "items")) {
      table.row(
          Fields.text(one, "id"),
          Fields.text(one, "target"),
          Fields.text(one, "service"),
          Fields.text(one, "instance"),
          Fields.text(one, "attempt"),
          Fields.text(one, "size"),
          Fields.text(one, "dropped"),
          state(one),
          Ages.of(Fields.text(one, "changedAt"), slipway.now()));
    }
    return table.render(slipway.colours());
  }
}
