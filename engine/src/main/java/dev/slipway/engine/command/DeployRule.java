package dev.slipway.engine.command;

import dev.slipway.codec.Identities;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.delivery.Parameters;
import dev.slipway.engine.delivery.SecretParameters;
import dev.slipway.engine.intake.Dispatch;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A person wishes a commit in one environment of the application's route, or in all of a group. The
 * shipment travels there only, and waits in its turn; also for a time, if one is wished. What goes
 * at once lifts the holds that keep it away; what is for later is judged by what is held then.
 */
final class DeployRule {

  private static final Duration AHEAD_MAX = Duration.ofDays(366);

  private DeployRule() {}

  static Optional<Settlement> decide(Deliberation d, Command.Deploy deploy, String key) {
    Optional<Reason> untimely = deploy.at().flatMap(at -> untimely(d, at));
    List<EnvironmentName> named = List.of(deploy.environment());
    Optional<Reason> nowhere = Stops.refusal(d, named);
    if (nowhere.isPresent()) {
      return Settlements.refused(nowhere.orElseThrow());
    }
    List<EnvironmentName> stops = Stops.of(d, named);
    return switch (Loading.of(d, deploy.application(), stops, deploy.revision())) {
      case Loading.Open _ -> Settlements.open();
      case Loading.Refused(Reason because, var _) -> Settlements.refused(because);
      case Loading.Loaded _ when untimely.isPresent() ->
          Settlements.refused(untimely.orElseThrow());
      case Loading.Loaded loaded ->
          switch (Parameters.of(
              d.world(), loaded.definition(), deploy.parameters(), stops, d::sealing)) {
            case Parameters.Refused(Reason because) -> Settlements.refused(because);
            case Parameters.Complete(var values) ->
                ship(d, shipment(d, deploy, stops, key, loaded, values));
          };
    };
  }

  private static Shipment shipment(
      Deliberation d,
      Command.Deploy deploy,
      List<EnvironmentName> stops,
      String key,
      Loading.Loaded loaded,
      SortedMap<String, String> parameters) {
    return SecretParameters.pinned(
        new Shipment(
                Identities.shipment(d.actor(), key),
                loaded.definition().name(),
                loaded.change(),
                loaded.definition(),
                stops,
                new Shipment.MadeBy.Request(d.actor(), deploy.confirmed()),
                deploy.force(),
                parameters,
                deploy.at())
            .from(loaded.inputs()),
        d::sealing);
  }

  private static Optional<Settlement> ship(Deliberation d, Shipment shipment) {
    ShipmentId id = shipment.id();
    if (d.world().deliveries().shipments().isMade(id)) {
      return Settlements.nothing(
          "shipment-known", "The same wish made shipment %s before.".formatted(id));
    }
    if (shipment.notBefore().isEmpty() && !Loading.lifted(d, shipment)) {
      return Settlements.open();
    }
    Dispatch.all(d, List.of(shipment));
    return Settlements.followed(
        "shipment-made",
        "Shipment %s brings %s to %s%s."
            .formatted(
                id,
                shipment.change().sha().abbreviated(),
                shipment.travel().stream()
                    .map(EnvironmentName::value)
                    .collect(Collectors.joining(", then ")),
                shipment.notBefore().map(at -> ", not before " + at).orElse("")));
  }

  /** Why nobody can deploy at a time; empty when it can be done. */
  private static Optional<Reason> untimely(Deliberation d, Instant at) {
    if (!at.isAfter(d.now())) {
      return Optional.of(
          new Reason("time-over", "%s is over. Without a time it goes at once.".formatted(at)));
    }
    return at.isAfter(d.now().plus(AHEAD_MAX))
        ? Optional.of(
            new Reason(
                "too-far-ahead",
                "%s is more than %d days ahead.".formatted(at, AHEAD_MAX.toDays())))
        : Optional.empty();
  }
}
