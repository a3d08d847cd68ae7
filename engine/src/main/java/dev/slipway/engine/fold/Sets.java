package dev.slipway.engine.fold;

import dev.slipway.engine.fold.SetState.Leg;
import dev.slipway.engine.fold.SetState.Stage;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.SetId;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.SetEnded;
import dev.slipway.model.entry.SetMade;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.state.Delivery;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Sets of shipments that are delivered as one.
 *
 * @param order the oldest first; of those that ended, more than {@value #ENDED_MAX} are forgotten
 */
public record Sets(PMap<SetId, SetState> all, PVector<SetId> order) {

  public static final int ENDED_MAX = 200;

  static final Sets NONE = new Sets(HashTreePMap.empty(), TreePVector.empty());

  public Optional<SetState> of(SetId id) {
    return Optional.ofNullable(all.get(id));
  }

  /** Those of which something is on its way, the oldest first. */
  public List<SetState> open() {
    return order.stream()
        .flatMap(id -> of(id).stream())
        .filter(set -> set.end().isEmpty())
        .toList();
  }

  /** What an entry means to sets, in a world that it was folded into otherwise. */
  static World fold(World before, World after, Entry entry) {
    Sets sets = before.sets();
    Sets changed = sets.with(entry, before.deliveries());
    return changed.equals(sets) ? after : with(after, changed);
  }

  private static World with(World world, Sets sets) {
    Deliveries all = world.deliveries();
    return world.deliveries(
        new Deliveries(all.shipments().with(sets), all.placements(), all.slots()));
  }

  /** After one more entry, which found the deliveries as they were before it. */
  private Sets with(Entry entry, Deliveries before) {
    return switch (entry) {
      case SetMade it ->
          new Sets(all.plus(it.set().id(), SetState.made(it.set())), order.plus(it.set().id()));
      case SetEnded it -> change(Optional.of(it.set()), set -> set.ended(it.end())).bounded();
      case DeliveryMade it -> made(it.delivery(), before);
      case RolloutStarted it -> moved(it.delivery(), Stage.ROLLING, before);
      case RolloutSettled it -> moved(it.delivery(), Stage.ARRIVED, before);
      case ShipmentStopped it ->
          change(
              setOf(it.shipment(), before),
              set ->
                  set.set().members().stream()
                      .filter(one -> one.shipment().equals(it.shipment()))
                      .map(one -> new Placement(one.application(), it.at()))
                      .findFirst()
                      .map(at -> set.failed(at, it.because()))
                      .orElse(set));
      case ShipmentSuperseded it ->
          change(
              setOf(it.shipment(), before),
              set ->
                  set.failed(
                      it.placement(),
                      new Reason("superseded", "Shipment %s took its place.".formatted(it.by()))));
      case Entry _ -> this;
    };
  }

  private Sets made(Delivery delivery, Deliveries before) {
    return change(
        setOf(delivery.shipment(), before),
        set ->
            set.with(
                delivery.id().placement(),
                new Leg(Stage.WAITING, Optional.of(delivery.id()), delivery.base())));
  }

  private Sets moved(DeliveryId id, Stage stage, Deliveries before) {
    return change(
        before
            .placement(id.placement())
            .of(id)
            .flatMap(rollout -> setOf(rollout.delivery().shipment(), before)),
        set -> set.with(id.placement(), set.leg(id.placement()).at(stage)));
  }

  private static Optional<SetId> setOf(ShipmentId shipment, Deliveries before) {
    return before.shipments().travelling(shipment).flatMap(state -> state.shipment().set());
  }

  private Sets change(Optional<SetId> id, UnaryOperator<SetState> how) {
    return id.flatMap(this::of)
        .map(set -> new Sets(all.plus(set.set().id(), how.apply(set)), order))
        .orElse(this);
  }

  private Sets bounded() {
    List<SetId> ended =
        order.stream().filter(id -> of(id).flatMap(SetState::end).isPresent()).toList();
    return ended.size() <= ENDED_MAX
        ? this
        : new Sets(all.minus(ended.getFirst()), order.minus(ended.getFirst()));
  }
}
