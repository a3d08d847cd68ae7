package dev.slipway.model.guardrail;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.Revision;

/**
 * Names the words that a guardrail judged by, so that they can be found again: a lock by its id, a
 * document by its name and the digest or commit that it came from.
 */
public record PolicyRevision(String value) {

  private static final int LENGTH_MAX = 200;

  public PolicyRevision {
    if (value.isEmpty() || value.length() > LENGTH_MAX) {
      throw new InvalidValue("policy revision", "must have 1 to " + LENGTH_MAX + " characters");
    }
  }

  /** A lock is its own policy. */
  public static PolicyRevision of(LockId lock) {
    return new PolicyRevision(lock.value());
  }

  /** A revision of a policy. */
  public static PolicyRevision of(Revision<PolicyDefinition> policy) {
    return new PolicyRevision(
        "policy %s revision %d".formatted(policy.definition().name(), policy.number()));
  }

  /** What an environment's document says; one that nobody wrote asks for nothing. */
  public static PolicyRevision of(EnvironmentName environment, Origin origin) {
    return new PolicyRevision("environment %s %s".formatted(environment, revision(origin)));
  }

  /** What an application's document says. */
  public static PolicyRevision of(ApplicationName application, Origin origin) {
    return new PolicyRevision("application %s %s".formatted(application, revision(origin)));
  }

  /** What an application's document said when a shipment was made, and is gone since. */
  public static PolicyRevision of(ShipmentId shipment) {
    return new PolicyRevision("shipment %s".formatted(shipment));
  }

  private static String revision(Origin origin) {
    return switch (origin) {
      case Origin.Applied applied -> applied.document().value();
      case Origin.Commit commit -> commit.sha().value();
      case Origin.Implied _ -> "implied";
    };
  }

  @Override
  public String toString() {
    return value;
  }
}
