package dev.slipway.engine.fold;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.entry.SetEnded;
import dev.slipway.model.state.ShipSet;
import java.util.List;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * A set, and how far each of its shipments has come.
 *
 * @param legs by where they lead
 * @param failures what ended before it arrived, the first one first
 * @param end absent while something is on its way
 */
public record SetState(
    ShipSet set,
    PSortedMap<Placement, Leg> legs,
    PVector<Failure> failures,
    Optional<SetEnded.End> end) {

  /** How far one shipment has come at one environment. */
  public enum Stage {
    /** No order of it has left there. */
    WAITING,
    ROLLING,
    ARRIVED,
    ENDED
  }

  /**
   * One shipment at one environment.
   *
   * @param delivery as what it is there; absent before it has one
   * @param before the number of the delivery that was in force there
   */
  public record Leg(Stage stage, Optional<DeliveryId> delivery, Optional<Integer> before) {

    private static final Leg AHEAD = new Leg(Stage.WAITING, Optional.empty(), Optional.empty());

    Leg at(Stage next) {
      return new Leg(next, delivery, before);
    }
  }

  /** What ended before it arrived, where, and why. */
  public record Failure(Placement at, Optional<DeliveryId> delivery, Reason because) {

    /** What failed, by its delivery where it has one. */
    public String name() {
      return delivery.map(DeliveryId::toString).orElseGet(at::toString);
    }

    /** Whether a person ended it. */
    public boolean isWanted() {
      return because.code().equals(PlacementState.CANCELLED) || because.code().equals(REMOVED);
    }
  }

  /** The code of the reason why something that was taken out of a queue ended. */
  public static final String REMOVED = "removed";

  static SetState made(ShipSet set) {
    PSortedMap<Placement, Leg> legs = TreePMap.empty();
    for (Placement place : set.places().toList()) {
      legs = legs.plus(place, Leg.AHEAD);
    }
    return new SetState(set, legs, TreePVector.empty(), Optional.empty());
  }

  SetState with(Placement place, Leg leg) {
    return new SetState(set, legs.plus(place, leg), failures, end);
  }

  SetState failed(Placement place, Reason because) {
    Failure failure = new Failure(place, leg(place).delivery(), because);
    return new SetState(
        set, legs.plus(place, leg(place).at(Stage.ENDED)), failures.plus(failure), end);
  }

  SetState ended(SetEnded.End as) {
    return new SetState(set, legs, failures, Optional.of(as));
  }

  /** A place that it does not lead to counts as ahead. */
  public Leg leg(Placement place) {
    return legs.getOrDefault(place, Leg.AHEAD);
  }

  /** What ended first before it arrived. */
  public Optional<Failure> failure() {
    return failures.stream().findFirst();
  }

  /** The environment before another on its way. */
  public Optional<EnvironmentName> before(EnvironmentName environment) {
    int at = set.travel().indexOf(environment);
    return at > 0 ? Optional.of(set.travel().get(at - 1)) : Optional.empty();
  }

  /** Who has not arrived in an environment, of those that are named. */
  public List<Placement> missing(EnvironmentName in, List<ApplicationName> of) {
    return of.stream()
        .map(application -> new Placement(application, in))
        .filter(place -> leg(place).stage() != Stage.ARRIVED)
        .toList();
  }

  /** Where it is meant: as named, or where alone something of it has arrived. */
  public Optional<EnvironmentName> meant(Optional<EnvironmentName> named) {
    List<EnvironmentName> reached = reached();
    return named.isPresent() || reached.size() != 1 ? named : Optional.of(reached.getFirst());
  }

  /** The environments where something of it has arrived. */
  public List<EnvironmentName> reached() {
    return set.travel().stream()
        .filter(stop ->
            set.members().stream()
                .map(one -> new Placement(one.application(), stop))
                .anyMatch(place -> leg(place).stage() == Stage.ARRIVED))
        .toList();
  }
}
