package dev.slipway.engine.command;

import dev.slipway.codec.Identities;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Deliberation.Occasion;
import dev.slipway.engine.deliberation.Look;
import dev.slipway.engine.delivery.Composition;
import dev.slipway.engine.delivery.Parameters;
import dev.slipway.engine.delivery.SecretParameters;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.PlacementState.InForce;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.guardrail.Gate;
import dev.slipway.engine.intake.Along;
import dev.slipway.engine.intake.Implied;
import dev.slipway.engine.layer.Idle;
import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.SourceName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Outlook;
import dev.slipway.model.state.Outlook.Finding;
import dev.slipway.model.state.Shipment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What deploying a commit would come to now, at each environment of the route as if it went there
 * alone. The rules that would decide are asked, and nothing is written. A document that somebody is
 * still working on takes the place of the one that the commit holds.
 */
public final class Foresight {

  private Foresight() {}

  /**
   * Looks ahead; an application that is not known has no route, and nothing is seen of it.
   *
   * @param actor who asks
   * @param facts what was answered so far
   */
  public static Look<Outlook> look(
      World world, ActorId actor, Outlook.Wish wish, List<Fact> facts, Instant now) {
    Occasion occasion =
        new Occasion(Optional.empty(), SourceName.COMMANDS, actor, supposed(wish.draft(), facts));
    List<Outlook.Stop> stops = new ArrayList<>();
    Set<Need> needs = new LinkedHashSet<>();
    Set<Reason> idle = new LinkedHashSet<>();
    for (EnvironmentName stop : stops(new Deliberation(world, occasion, now), wish)) {
      Deliberation d = new Deliberation(world, occasion, now);
      suppose(d, wish);
      stop(d, wish, stop, idle).ifPresent(stops::add);
      needs.addAll(d.decision().needs());
    }
    return needs.isEmpty()
        ? new Look.Seen<>(new Outlook(stops, List.copyOf(idle)))
        : new Look.Asking<>(List.copyOf(needs));
  }

  /** Where it is looked at; a group that has no environment is one place, which takes nothing. */
  private static List<EnvironmentName> stops(Deliberation d, Outlook.Wish wish) {
    return wish.to()
        .map(to ->
            Optional.of(Stops.of(d, to))
                .filter(stops -> !stops.isEmpty())
                .orElseGet(() -> List.of(to)))
        .orElseGet(() -> route(d.world(), wish));
  }

  private static List<EnvironmentName> route(World world, Outlook.Wish wish) {
    return wish.draft()
        .map(draft -> Along.of(world.declared(), draft))
        .or(() ->
            world.declared().application(wish.application()).map(ApplicationState::definition))
        .map(ApplicationDefinition::route)
        .orElseGet(List::of);
  }

  /** What a draft says holds in the place of what its commit says, once it is pushed. */
  private static List<Fact> supposed(Optional<ApplicationDefinition> draft, List<Fact> facts) {
    return draft.isEmpty() ? facts : facts.stream().map(fact -> supposed(draft, fact)).toList();
  }

  private static Fact supposed(Optional<ApplicationDefinition> draft, Fact fact) {
    return fact.answer() instanceof Answer.Source read
        ? new Fact(fact.need(), new Answer.Source(draft, read.artifact()), fact.at())
        : fact;
  }

  private static void suppose(Deliberation d, Outlook.Wish wish) {
    Optional<ApplicationState> known = d.application(wish.application());
    if (wish.draft().isPresent() && known.isPresent()) {
      ApplicationState before = known.orElseThrow();
      ApplicationDefinition draft =
          Along.of(d, wish.draft().orElseThrow().from(before.definition().repository()));
      d.write(new ApplicationDefined(draft, before.origin(), before.branch(), before.path()));
      Implied.environments(d, draft);
    }
  }

  /** Empty while something has to be asked first. */
  private static Optional<Outlook.Stop> stop(
      Deliberation d, Outlook.Wish wish, EnvironmentName environment, Set<Reason> idle) {
    Placement at = new Placement(wish.application(), environment);
    Optional<Delivery> inForce = d.placement(at).inForce().map(InForce::delivery);
    return finding(d, wish, at, idle)
        .map(finding ->
            new Outlook.Stop(
                at,
                inForce,
                d.environment(environment).map(EnvironmentState::members).orElseGet(List::of),
                finding));
  }

  private static Optional<Finding> finding(
      Deliberation d, Outlook.Wish wish, Placement at, Set<Reason> idle) {
    List<EnvironmentName> stops = List.of(at.environment());
    Optional<Reason> nowhere = Stops.refusal(d, stops);
    if (nowhere.isPresent()) {
      return nowhere.map(Foresight::refused);
    }
    return switch (Loading.of(d, wish.application(), stops, wish.revision())) {
      case Loading.Open _ -> Optional.empty();
      case Loading.Refused(var _, List<Reason> all) -> Optional.of(Finding.Refused.because(all));
      case Loading.Loaded loaded -> {
        if (idle.isEmpty()) {
          idle.addAll(Idle.of(d.world(), loaded.definition()));
        }
        yield Optional.of(
            switch (Parameters.of(
                d.world(), loaded.definition(), wish.parameters(), stops, d::sealing)) {
              case Parameters.Refused(Reason because) -> refused(because);
              case Parameters.Complete(var values) -> deliverable(d, loaded, at, values);
            });
      }
    };
  }

  private static Finding refused(Reason because) {
    return Finding.Refused.because(List.of(because));
  }

  private static Finding deliverable(
      Deliberation d, Loading.Loaded loaded, Placement at, SortedMap<String, String> values) {
    PlacementState there = d.placement(at);
    Shipment shipment = shipment(d, loaded, at.environment(), values);
    Delivery delivery = Composition.of(shipment, at, there);
    Optional<Reason> behind = behind(there);
    List<Reason> destroys = Destruction.of(delivery.state(), there);
    d.write(new ShipmentMade(shipment));
    d.write(new DeliveryMade(delivery));
    return new Finding.Deliverable(
        loaded.change(),
        delivery.state(),
        behind,
        d.placement(at).of(delivery.id()).stream()
            .flatMap(rollout -> Gate.judge(d, rollout, Gate.Ahead.START).stream())
            .map(judged ->
                new Outlook.Verdict(judged.guardrail(), judged.verdict(), judged.because()))
            .toList(),
        destroys);
  }

  private static Shipment shipment(
      Deliberation d,
      Loading.Loaded loaded,
      EnvironmentName environment,
      SortedMap<String, String> values) {
    return SecretParameters.pinned(
        new Shipment(
                Identities.shipment(d.actor(), "preview"),
                loaded.definition().name(),
                loaded.change(),
                loaded.definition(),
                List.of(environment),
                new Shipment.MadeBy.Request(d.actor(), Optional.of(environment)),
                false,
                values)
            .from(loaded.inputs()),
        d::sealing);
  }

  /** Whom it would wait for, whatever guardrails say. */
  private static Optional<Reason> behind(PlacementState there) {
    return there
        .controls()
        .pause()
        .map(pause -> pause.reason())
        .or(() ->
            there
                .active()
                .map(rollout ->
                    new Reason(
                        "behind",
                        "%s has not ended; it would wait for that."
                            .formatted(rollout.delivery().id()))));
  }
}
