package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.delivery.SecretUses;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.SealingState;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.command.SecretWish;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.EnvironmentKeyEnded;
import dev.slipway.model.entry.EnvironmentKeyMade;
import dev.slipway.model.entry.SecretRemoved;
import dev.slipway.model.entry.SecretSealed;
import dev.slipway.model.state.DesiredState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Secrets are sealed to the key of an environment, which the first agent makes that is asked for
 * one. A version is sealed once and never changed; what runs with it, or is about to, keeps it from
 * being removed, for an instance that has to be started again needs it.
 */
final class SecretRule {

  /** How many versions one secret may ever have. */
  private static final int VERSIONS_MAX = 1000;

  /** How many secrets one environment may have. */
  private static final int SECRETS_MAX = 1000;

  private SecretRule() {}

  static Optional<Settlement> decide(Deliberation d, SecretWish wish) {
    Optional<EnvironmentState> known = d.environment(wish.environment());
    if (known.isEmpty()) {
      return Settlements.refused(
          "unknown-environment", "There is no environment %s.".formatted(wish.environment()));
    }
    SealingState sealing = known.orElseThrow().sealing();
    return switch (wish) {
      case SecretWish.OfferKey offer -> offer(d, offer, sealing);
      case SecretWish.EndKey end -> end(d, end, sealing);
      case SecretWish.Seal seal -> seal(d, seal, sealing);
      case SecretWish.Remove remove -> remove(d, remove, sealing);
    };
  }

  /** Of two agents that offer one at the same time, the other takes over what was first. */
  private static Optional<Settlement> offer(
      Deliberation d, SecretWish.OfferKey offer, SealingState sealing) {
    if (sealing.key().isPresent()) {
      return Settlements.nothing(
          "key-there", "%s has a key already.".formatted(offer.environment()));
    }
    d.write(new EnvironmentKeyMade(offer.environment(), offer.key(), offer.agent()));
    return Settlements.followed(
        "key-made", "Secrets of %s are sealed to this key.".formatted(offer.environment()));
  }

  /** Agents that have it keep it for what was sealed to it; nobody is handed it any more. */
  private static Optional<Settlement> end(
      Deliberation d, SecretWish.EndKey end, SealingState sealing) {
    if (sealing.key().isEmpty()) {
      return Settlements.nothing("no-key", "%s has no key.".formatted(end.environment()));
    }
    d.write(new EnvironmentKeyEnded(end.environment(), sealing.key().orElseThrow(), d.actor()));
    return Settlements.followed(
        "key-ended",
        "The next secret that is set in %s is sealed to another key. Set those again that newcomers have to open."
            .formatted(end.environment()));
  }

  private static Optional<Settlement> seal(
      Deliberation d, SecretWish.Seal seal, SealingState sealing) {
    if (!sealing.key().equals(Optional.of(seal.key()))) {
      return Settlements.refused(
          "key-other",
          "It is sealed to another key than that of %s. Set it again."
              .formatted(seal.environment()));
    }
    int next = sealing.versions(seal.secret()).newest() + 1;
    if (seal.version() != next) {
      return Settlements.refused(
          "version-other",
          "The next version of %s is %d, not %d; somebody else set one meanwhile. Set it again."
              .formatted(seal.secret(), next, seal.version()));
    }
    if (next > VERSIONS_MAX || (next == 1 && sealing.secrets().size() >= SECRETS_MAX)) {
      return Settlements.refused(
          "secrets-full",
          "An environment has at most %d secrets with %d versions each."
              .formatted(SECRETS_MAX, VERSIONS_MAX));
    }
    d.write(
        new SecretSealed(
            seal.environment(), seal.secret(), next, seal.key(), seal.sealed(), d.actor()));
    Advance.environment(d, seal.environment());
    return Settlements.followed(
        "secret-set",
        "%1$s has version %2$d in %3$s. Refer to it: {sealed: %1$s, version: %2$d}."
            .formatted(seal.secret(), next, seal.environment()));
  }

  private static Optional<Settlement> remove(
      Deliberation d, SecretWish.Remove remove, SealingState sealing) {
    if (sealing.sealed(remove.secret(), remove.version()).isEmpty()) {
      return Settlements.refused(
          "unknown-secret",
          "%s has no version %d of %s."
              .formatted(remove.environment(), remove.version(), remove.secret()));
    }
    List<Placement> users = users(d, remove);
    if (!users.isEmpty()) {
      return Settlements.refused(
          "secret-used",
          "%s runs with it, or is about to, and could not be started again without it. Deliver it with another version first."
              .formatted(users.getFirst()));
    }
    d.write(new SecretRemoved(remove.environment(), remove.secret(), remove.version(), d.actor()));
    return Settlements.followed(
        "secret-removed",
        "Version %d of %s is given to no agent any more; those that have it keep it."
            .formatted(remove.version(), remove.secret()));
  }

  private static List<Placement> users(Deliberation d, SecretWish.Remove remove) {
    SecretReference reference = new SecretReference.Sealed(remove.secret(), remove.version());
    return Stream.concat(
            d.world().deliveries().placements().entrySet().stream()
                .filter(at -> at.getKey().environment().equals(remove.environment()))
                .filter(at -> states(at.getValue()).anyMatch(state -> refers(state, reference)))
                .map(at -> at.getKey()),
            pinning(d, remove.environment(), reference))
        .toList();
  }

  /** Where shipments go that somebody gave it to, and that have not come there yet. */
  private static Stream<Placement> pinning(
      Deliberation d, EnvironmentName environment, SecretReference reference) {
    return d.world().deliveries().shipments().travelling().values().stream()
        .map(ShipmentState::shipment)
        .filter(shipment ->
            shipment.secrets().stream()
                .flatMap(List::stream)
                .anyMatch(pinned ->
                    pinned.environment().equals(environment)
                        && pinned.reference().equals(reference)))
        .map(shipment -> new Placement(shipment.application(), environment));
  }

  private static Stream<DesiredState> states(PlacementState at) {
    return Stream.concat(
        at.inForce().stream().map(force -> force.delivery().state()),
        at.active().stream().map(rollout -> rollout.delivery().state()));
  }

  private static boolean refers(DesiredState state, SecretReference reference) {
    return SecretUses.of(state).anyMatch(reference::equals);
  }
}
