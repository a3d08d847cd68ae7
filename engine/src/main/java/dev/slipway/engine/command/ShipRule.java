package dev.slipway.engine.command;

import dev.slipway.codec.Identities;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.delivery.Parameters;
import dev.slipway.engine.delivery.SecretParameters;
import dev.slipway.engine.guardrail.Needs;
import dev.slipway.engine.intake.Dispatch;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.SetId;
import dev.slipway.model.command.Cargo;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.SetMade;
import dev.slipway.model.state.ShipSet;
import dev.slipway.model.state.Shipment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A person wishes commits of several applications as one. All of them are read before anything is
 * made, and one that cannot go keeps the others from going. Each becomes a shipment that is bound
 * to the set; they are queued in the order of what they need of each other before any of them
 * starts.
 */
final class ShipRule {

  private ShipRule() {}

  static Optional<Settlement> decide(Deliberation d, Command.Ship ship, String key) {
    SetId id = Identities.set(d.actor(), key);
    if (d.world().sets().of(id).isPresent()) {
      return Settlements.nothing("set-known", "The same wish made %s before.".formatted(id));
    }
    Optional<Reason> nowhere = Stops.refusal(d, ship.travel());
    if (nowhere.isPresent()) {
      return Settlements.refused(nowhere.orElseThrow());
    }
    List<EnvironmentName> travel = Stops.of(d, ship.travel());
    List<Loading.Loaded> loaded = new ArrayList<>();
    boolean open = false;
    for (Cargo cargo : ship.cargo()) {
      switch (Loading.of(d, cargo.application(), travel, cargo.revision())) {
        case Loading.Open _ -> open = true;
        case Loading.Refused(Reason because, var _) -> {
          return Settlements.refused(because);
        }
        case Loading.Loaded one
            when Parameters.of(d.world(), one.definition(), Map.of(), travel, d::sealing)
                instanceof Parameters.Refused(Reason because) -> {
          return Settlements.refused(
              new Reason(
                  because.code(), "%s: %s".formatted(cargo.application(), because.sentence())));
        }
        case Loading.Loaded one -> loaded.add(one);
      }
    }
    return open ? Settlements.open() : ordered(d, ship, travel, id, loaded);
  }

  /** Each after those that it needs; where two need each other, nothing goes. */
  private static Optional<Settlement> ordered(
      Deliberation d,
      Command.Ship ship,
      List<EnvironmentName> travel,
      SetId id,
      List<Loading.Loaded> loaded) {
    List<Loading.Loaded> left = new ArrayList<>(loaded);
    List<Loading.Loaded> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      List<ApplicationName> open = left.stream().map(ShipRule::name).toList();
      Optional<Loading.Loaded> next =
          left.stream()
              .filter(one -> Collections.disjoint(Needs.among(one.definition(), open), open))
              .findFirst();
      if (next.isEmpty()) {
        ApplicationName first = open.getFirst();
        return Settlements.refused(
            Needs.circle(first, Needs.among(left.getFirst().definition(), open).getFirst()));
      }
      ordered.add(next.orElseThrow());
      left.remove(next.orElseThrow());
    }
    return made(d, ship, travel, id, ordered);
  }

  private static Optional<Settlement> made(
      Deliberation d,
      Command.Ship ship,
      List<EnvironmentName> travel,
      SetId id,
      List<Loading.Loaded> ordered) {
    List<ApplicationName> all = ordered.stream().map(ShipRule::name).toList();
    List<Shipment> shipments =
        ordered.stream().map(one -> shipment(d, ship, travel, id, one)).toList();
    boolean known = true;
    for (Shipment shipment : shipments) {
      known &= Loading.lifted(d, shipment);
    }
    if (!known) {
      return Settlements.open();
    }
    d.write(
        new SetMade(
            new ShipSet(
                id,
                ordered.stream()
                    .map(one ->
                        new ShipSet.Member(
                            name(one),
                            Identities.member(id, name(one)),
                            Needs.among(one.definition(), all)))
                    .toList(),
                travel,
                ship.onFailure(),
                d.actor(),
                Optional.empty())));
    Dispatch.all(d, shipments);
    return Settlements.followed("set-made", sentence(travel, id, all));
  }

  private static Shipment shipment(
      Deliberation d,
      Command.Ship ship,
      List<EnvironmentName> travel,
      SetId id,
      Loading.Loaded one) {
    EnvironmentName first = ship.travel().getFirst();
    return SecretParameters.pinned(
        new Shipment(
                Identities.member(id, name(one)),
                name(one),
                one.change(),
                one.definition(),
                travel,
                new Shipment.MadeBy.Request(
                    d.actor(), Optional.of(first).filter(ship.confirmed()::contains)),
                false,
                Parameters.known(d.world(), one.definition(), Map.of()))
            .from(one.inputs())
            .within(id),
        d::sealing);
  }

  private static String sentence(
      List<EnvironmentName> travel, SetId id, List<ApplicationName> all) {
    return "%s brings %s to %s, in this order."
        .formatted(
            id,
            all.stream().map(ApplicationName::value).collect(Collectors.joining(", ")),
            travel.stream().map(EnvironmentName::value).collect(Collectors.joining(", then ")));
  }

  private static ApplicationName name(Loading.Loaded loaded) {
    return loaded.definition().name();
  }
}
