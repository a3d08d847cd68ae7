package dev.slipway.engine.fold;

import dev.slipway.engine.strategy.Course;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.JobName;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.JobTime;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredJob;
import dev.slipway.model.state.DesiredState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One application at one target.
 *
 * @param ordered the last order
 * @param observed the last observation, of whatever order the agent held then
 */
public record SlotState(Optional<Ordered> ordered, Optional<Observed> observed) {

  public static final SlotState EMPTY = new SlotState(Optional.empty(), Optional.empty());

  /**
   * An order that was issued.
   *
   * @param position of its {@code OrderIssued} entry, a part of its fence
   * @param from what was in force when it was issued, where {@link WayBack} leads; absent when
   *     nothing was, or, at any other step, when it was the delivery itself
   * @param bakes whether its rollout bakes
   * @param ended how its agent says that it ended
   * @param job what it has the target run on top of what it keeps
   */
  public record Ordered(
      Position position,
      Delivery delivery,
      Optional<Delivery> from,
      boolean bakes,
      int step,
      int attempt,
      Digest body,
      Optional<Outcome> ended,
      Optional<DesiredJob> job) {

    /** Whether the slot came to the last state of its delivery. */
    public boolean isThrough() {
      return ended.filter(Outcome.Converged.class::isInstance).isPresent()
          && job.isEmpty()
          && step == Course.of(delivery, from, bakes).size();
    }

    /** Whether its agent said that it came to nothing, or that nobody knows. */
    public boolean cameToNothing() {
      return ended.filter(outcome -> !(outcome instanceof Outcome.Converged)).isPresent();
    }

    /** Whether it leads back to what was in force. */
    public boolean isWayBack() {
      return step == WayBack.STEP;
    }

    /** Whether a slot that comes through with it holds this delivery then. */
    public boolean leadsTo(DeliveryId id) {
      Optional<Delivery> end = isWayBack() || runsBefore() ? from : Optional.of(delivery);
      return end.filter(held -> held.id().equals(id)).isPresent();
    }

    /** Whether it has its target run a job. */
    boolean runsJob() {
      return job.isPresent();
    }

    /** Whether it has its target run the job of this name. */
    boolean runs(JobName name) {
      return job.filter(one -> one.name().equals(name)).isPresent();
    }

    private boolean runsBefore() {
      return job.filter(one -> one.time() == JobTime.BEFORE).isPresent();
    }

    /** The state that the slot was ordered to have. */
    public DesiredState state() {
      return isWayBack() || runsBefore()
          ? WayBack.state(from)
          : Course.of(delivery, from, bakes).get(step - 1);
    }
  }

  /** What an agent saw. */
  public record Observed(
      List<ObservedInstance> instances, boolean drifted, Optional<Reason> because, Instant at) {
    public Observed {
      instances = List.copyOf(instances);
    }
  }

  SlotState ordered(
      OrderIssued entry,
      Delivery delivery,
      Optional<Delivery> from,
      boolean bakes,
      Position position) {
    Ordered order =
        new Ordered(
            position,
            delivery,
            from,
            bakes,
            entry.step(),
            entry.attempt(),
            entry.body(),
            Optional.empty(),
            entry.job().flatMap(name -> job(delivery, name)));
    return new SlotState(Optional.of(order), observed);
  }

  /** What ran before an order may be gone when the order did not converge; nobody knows then. */
  SlotState ended(Outcome outcome) {
    return new SlotState(
        ordered.map(o ->
            new Ordered(
                o.position(),
                o.delivery(),
                o.from(),
                o.bakes(),
                o.step(),
                o.attempt(),
                o.body(),
                Optional.of(outcome),
                o.job())),
        outcome instanceof Outcome.Converged ? observed : Optional.empty());
  }

  private static Optional<DesiredJob> job(Delivery delivery, JobName name) {
    return delivery.state().jobs().stream()
        .flatMap(List::stream)
        .filter(job -> job.name().equals(name))
        .findFirst();
  }

  SlotState observed(Observed seen) {
    return new SlotState(ordered, Optional.of(seen));
  }
}
