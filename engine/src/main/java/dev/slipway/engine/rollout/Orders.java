package dev.slipway.engine.rollout;

import dev.slipway.codec.Identities;
import dev.slipway.engine.fold.JobStage;
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
import dev.slipway.model.order.OrderBody.Wanted;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredJob;
import dev.slipway.model.state.DesiredState;
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

  /**
   * What an order's body follows from.
   *
   * @param from what was in force when it was issued
   * @param job what it has the target run on top of what it keeps
   */
  record Content(
      Delivery delivery,
      Optional<Delivery> from,
      boolean bakes,
      int step,
      int attempt,
      Optional<DesiredJob> job) {

    static Content of(SlotState.Ordered order) {
      return new Content(
          order.delivery(),
          order.from(),
          order.bakes(),
          order.step(),
          order.attempt(),
          order.job());
    }

    private Wanted wanted() {
      if (job.isPresent()) {
        DesiredJob run = job.orElseThrow();
        return switch (run.time()) {
          case BEFORE -> new Wanted.Effect(WayBack.state(from), run.release());
          case AFTER -> new Wanted.Effect(held(), run.release());
        };
      }
      return step == WayBack.STEP ? WayBack.wanted(from) : new Wanted.Present(held());
    }

    private DesiredState held() {
      return Course.of(delivery, from, bakes).get(step - 1);
    }
  }

  /**
   * The last order that a slot was given, ready to be signed. Nobody is to have a job once it has
   * ended, not even an agent that lost its memory.
   */
  public static Optional<Order> of(World world, Slot slot) {
    return ordered(world, slot)
        .filter(order -> order.job().filter(job -> !isBegun(world, slot, job)).isEmpty())
        .flatMap(_ -> fenceOf(world, slot))
        .flatMap(fence -> bodyOf(world, slot).map(body -> new Order(fence, body)));
  }

  private static boolean isBegun(World world, Slot slot, DesiredJob job) {
    return world
        .deliveries()
        .placement(slot.placement())
        .jobs()
        .of(job)
        .filter(run -> run.stage() == JobStage.BEGUN)
        .isPresent();
  }

  /** The body of the last order that a slot was given. */
  public static Optional<OrderBody> bodyOf(World world, Slot slot) {
    return ordered(world, slot).map(order -> body(world.organisation(), slot, Content.of(order)));
  }

  /** The fence of that order: the present generation, and the position where it was issued. */
  public static Optional<Fence> fenceOf(World world, Slot slot) {
    return ordered(world, slot).map(o -> new Fence(world.generation(), o.position()));
  }

  static Digest digest(Organisation organisation, Slot slot, Content content) {
    return Identities.orderBody(body(organisation, slot, content));
  }

  private static OrderBody body(Organisation organisation, Slot slot, Content content) {
    return new OrderBody(
        organisation,
        slot,
        content.delivery().id().number(),
        content.delivery().hash(),
        content.step(),
        content.attempt(),
        content.wanted());
  }

  private static Optional<SlotState.Ordered> ordered(World world, Slot slot) {
    return world.deliveries().slot(slot).ordered();
  }
}
