package dev.slipway.engine.rollout;

import dev.slipway.codec.Identities;
import dev.slipway.engine.fold.SlotState;
import dev.slipway.engine.fold.WayBack;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.strategy.Course;
import dev.slipway.model.Digest;
import dev.slipway.model.Fence;
import dev.slipway.model.Organisation;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.order.Order;
import dev.slipway.model.order.OrderBody;
import dev.slipway.model.state.Delivery;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Orders as the world implies them. The ledger holds the digest of an order's body; the body itself
 * follows from the delivery, so it can be signed and sent again at any time, also after a restart.
 */
public final class Orders {

  private Orders() {}

  /** The slots of a target that have an order. */
  public static List<Slot> slotsOf(World world, TargetId target) {
    return world.deliveries().slots().entrySet().stream()
        .filter(slot -> slot.getKey().target().equals(target))
        .filter(slot -> slot.getValue().ordered().isPresent())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The last order that a slot was given, ready to be signed. */
  public static Optional<Order> of(World world, Slot slot) {
    return fenceOf(world, slot)
        .flatMap(fence -> bodyOf(world, slot).map(body -> new Order(fence, body)));
  }

  /** The body of the last order that a slot was given. */
  public static Optional<OrderBody> bodyOf(World world, Slot slot) {
    return ordered(world, slot)
        .map(o ->
            body(
                world.organisation(),
                slot,
                o.delivery(),
                o.from(),
                o.bakes(),
                o.step(),
                o.attempt()));
  }

  /** The fence of that order: the present generation, and the position where it was issued. */
  public static Optional<Fence> fenceOf(World world, Slot slot) {
    return ordered(world, slot).map(o -> new Fence(world.generation(), o.position()));
  }

  static Digest digest(
      Organisation organisation,
      Slot slot,
      Delivery delivery,
      Optional<Delivery> from,
      boolean bakes,
      int step,
      int attempt) {
    return Identities.orderBody(body(organisation, slot, delivery, from, bakes, step, attempt));
  }

  private static OrderBody body(
      Organisation organisation,
      Slot slot,
      Delivery delivery,
      Optional<Delivery> from,
      boolean bakes,
      int step,
      int attempt) {
    return new OrderBody(
        organisation,
        slot,
        delivery.id().number(),
        delivery.hash(),
        step,
        attempt,
        step == WayBack.STEP
            ? WayBack.wanted(from)
            : new OrderBody.Wanted.Present(Course.of(delivery, from, bakes).get(step - 1)));
  }

  private static Optional<SlotState.Ordered> ordered(World world, Slot slot) {
    return world.deliveries().slot(slot).ordered();
  }
}
