package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.Placement;
import dev.slipway.model.Sha;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.DeliveryRejected;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.state.Delivery;
import dev.slipway.simulator.SourceControl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Law 23: what starts where approvals are asked for has enough of them by each rule that nobody
 * bypassed, for exactly its content, by people who have the role and belong to the group then and
 * wrote no part of it; what goes back by itself asks nobody; and what was rejected never starts.
 */
final class ApprovedByOthers implements Law {

  private static final Duration LATE = Duration.ofSeconds(1);

  private record Word(ApprovalGiven given, Instant at) {}

  private final Map<DeliveryId, List<Word>> words = new HashMap<>();
  private final Map<DeliveryId, Delivery> deliveries = new HashMap<>();
  private final Map<Placement, Sha> inForce = new HashMap<>();
  private final Bypasses bypasses = new Bypasses();
  private final Set<DeliveryId> rejected = new HashSet<>();

  @Override
  public String name() {
    return "law-23";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    bypasses.take(world, recorded.entry());
    return switch (recorded.entry()) {
      case DeliveryMade e -> {
        deliveries.put(e.delivery().id(), e.delivery());
        yield List.of();
      }
      case RolloutSettled e -> {
        Optional.ofNullable(deliveries.get(e.delivery()))
            .ifPresent(d -> inForce.put(e.delivery().placement(), d.change().sha()));
        yield List.of();
      }
      case DeliveryRejected e -> {
        rejected.add(e.delivery());
        yield List.of();
      }
      case ApprovalGiven e -> {
        words
            .computeIfAbsent(e.delivery(), any -> new ArrayList<>())
            .add(new Word(e, recorded.at()));
        yield List.of();
      }
      case RolloutStarted e -> started(world, e.delivery(), recorded.at());
      case Entry _ -> List.of();
    };
  }

  private List<String> started(World world, DeliveryId id, Instant at) {
    if (rejected.contains(id)) {
      return List.of(id + " started though it was rejected");
    }
    if (goesBackByItself(world, id)) {
      return List.of();
    }
    return world
        .declared()
        .environment(id.placement().environment())
        .map(EnvironmentState::definition)
        .flatMap(definition -> definition.guardrails())
        .map(GuardrailPolicy::approvals)
        .orElseGet(List::of)
        .stream()
        .filter(policy -> !bypasses.cover(id, GuardrailName.of(policy)))
        .flatMap(policy -> {
          long counting = counting(world, id, policy, at);
          return counting < policy.of()
              ? Stream.of(
                  "%s started with %d of %d approvals from %s"
                      .formatted(id, counting, policy.of(), policy.groups()))
              : Stream.empty();
        })
        .toList();
  }

  private boolean goesBackByItself(World world, DeliveryId id) {
    return Optional.ofNullable(deliveries.get(id))
        .flatMap(delivery -> world.deliveries().shipments().travelling(delivery.shipment()))
        .filter(ShipmentState::isAutomaticRollback)
        .isPresent();
  }

  private long counting(World world, DeliveryId id, ApprovalPolicy policy, Instant at) {
    Delivery delivery = Optional.ofNullable(deliveries.get(id)).orElseThrow();
    Digest hash = delivery.hash();
    Set<ActorId> writers =
        SourceControl.writers(
            Optional.ofNullable(inForce.get(id.placement())), delivery.change().sha());
    // A decision is a little older than its entry; what lapsed in between was still good.
    Instant decided = at.minus(LATE);
    return words.getOrDefault(id, List.of()).stream()
        .filter(word -> word.given.hash().equals(hash))
        .filter(word -> decided.isBefore(word.at.plus(policy.expires())))
        .filter(word -> !writers.contains(word.given.person()))
        .filter(word -> world.actors().grant(word.given.by()).isPresent())
        .map(word -> word.given.person())
        .filter(person -> isAsked(world, person, policy))
        .distinct()
        .count();
  }

  private static boolean isAsked(World world, ActorId person, ApprovalPolicy policy) {
    return policy.groups().isEmpty()
        || policy.groups().stream()
            .anyMatch(group -> world.groups().members(group).contains(person));
  }
}
