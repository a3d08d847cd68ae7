package dev.slipway.views.row;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import java.time.Instant;
import java.util.Optional;

/** A shipment at one environment of its way. */
public record StopRow(
    EnvironmentName environment,
    State state,
    Optional<Integer> number,
    Optional<Reason> because,
    Optional<ShipmentId> supersededBy,
    Optional<Instant> since) {

  /** Where it stands there. */
  public enum State {
    AHEAD,
    QUEUED,
    DELIVERING,
    ARRIVED,
    FAILED,
    SUPERSEDED,
    STOPPED
  }

  /** An environment that the shipment has not come to. */
  public static StopRow ahead(EnvironmentName environment) {
    return new StopRow(
        environment,
        State.AHEAD,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public StopRow now(State other, Optional<Reason> why, Instant at) {
    return new StopRow(environment, other, number, why, supersededBy, Optional.of(at));
  }

  public StopRow delivering(int as, Instant at) {
    return new StopRow(
        environment,
        State.DELIVERING,
        Optional.of(as),
        Optional.empty(),
        Optional.empty(),
        Optional.of(at));
  }

  public StopRow joined(ShipmentId into, Instant at) {
    return new StopRow(
        environment,
        State.SUPERSEDED,
        number,
        Optional.of(new Reason("joined", "It went together with the newer shipment " + into + ".")),
        Optional.of(into),
        Optional.of(at));
  }

  public StopRow superseded(ShipmentId by, Instant at) {
    return new StopRow(
        environment,
        State.SUPERSEDED,
        number,
        Optional.of(new Reason("superseded", "The newer shipment " + by + " took its place.")),
        Optional.of(by),
        Optional.of(at));
  }
}
