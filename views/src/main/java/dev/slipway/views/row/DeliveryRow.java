package dev.slipway.views.row;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;
import dev.slipway.model.Scope;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Shipment.MadeBy;
import dev.slipway.views.Orders;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A delivery and its rollout.
 *
 * @param because why it waits, is stuck or failed
 * @param step 0 before the first
 * @param bakes the step after which it bakes; absent when it does not
 * @param guardrails what each said last
 * @param bypassed which of them it goes past although they do not hold
 * @param jobs what became of its effects, in their order
 */
public record DeliveryRow(
    Delivery delivery,
    MadeBy madeBy,
    DeliveryState state,
    boolean inForce,
    Optional<Reason> because,
    Optional<String> wayOut,
    Optional<String> strategy,
    int step,
    int steps,
    Optional<Integer> bakes,
    Instant madeAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<Instant> deadline,
    List<MemberRow> members,
    List<GuardrailRow> guardrails,
    List<BypassRow> bypassed,
    List<JobRow> jobs)
    implements Row {

  public DeliveryRow {
    members = List.copyOf(members);
    guardrails = List.copyOf(guardrails);
    bypassed = List.copyOf(bypassed);
    jobs = List.copyOf(jobs);
  }

  /** A delivery that was just made. */
  public static DeliveryRow made(Delivery delivery, MadeBy madeBy, Instant at) {
    return new DeliveryRow(
        delivery,
        madeBy,
        DeliveryState.WAITING,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        Optional.empty(),
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        delivery.state().jobs().stream().flatMap(List::stream).map(JobRow::of).toList());
  }

  public DeliveryRow started(
      String by,
      int inSteps,
      Optional<Integer> bakesAfter,
      List<MemberRow> taking,
      Instant until,
      Instant at) {
    return new DeliveryRow(
        delivery,
        madeBy,
        DeliveryState.ROLLING,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.of(by),
        step,
        inSteps,
        bakesAfter,
        madeAt,
        Optional.of(at),
        endedAt,
        Optional.of(until),
        taking,
        guardrails,
        bypassed,
        jobs);
  }

  /** In another state, for a reason; one that is being cancelled is so until it has ended. */
  public DeliveryRow nowIn(
      DeliveryState next, Optional<Reason> why, Optional<String> out, Instant at) {
    boolean cancelling = state == DeliveryState.CANCELLING && !next.hasEnded();
    DeliveryState other = cancelling ? state : next;
    return new DeliveryRow(
        delivery,
        madeBy,
        other,
        other == DeliveryState.SETTLED,
        why,
        out,
        strategy,
        other == DeliveryState.SETTLED ? steps : step,
        steps,
        bakes,
        madeAt,
        startedAt,
        other.hasEnded() ? Optional.of(at) : endedAt,
        deadline,
        members,
        guardrails,
        bypassed,
        jobs);
  }

  /** With another time until which its members may stay silent. */
  public DeliveryRow until(Instant other) {
    return with(inForce, Optional.of(other), members, jobs);
  }

  public DeliveryRow replaced() {
    return with(false, deadline, members, jobs);
  }

  public DeliveryRow atStep(int reached) {
    return new DeliveryRow(
        delivery,
        madeBy,
        state.hasEnded() || state == DeliveryState.CANCELLING ? state : DeliveryState.ROLLING,
        inForce,
        state.hasEnded() ? because : Optional.empty(),
        state.hasEnded() ? wayOut : Optional.empty(),
        strategy,
        Math.max(step, reached),
        steps,
        bakes,
        madeAt,
        startedAt,
        endedAt,
        deadline,
        members,
        guardrails,
        bypassed,
        jobs);
  }

  /** With a guardrail's new word; it is waited for what does not pass. */
  public DeliveryRow judged(GuardrailRow said) {
    List<GuardrailRow> all =
        Stream.concat(
                guardrails.stream().filter(other -> !other.name().equals(said.name())),
                Stream.of(said))
            .sorted(Comparator.comparing(GuardrailRow::name))
            .toList();
    Optional<Reason> unmet =
        all.stream().filter(row -> !row.passes()).map(GuardrailRow::because).findFirst();
    return gated(unmet, Optional.empty(), all, bypassed);
  }

  /** Past one more guardrail. */
  public DeliveryRow bypassed(BypassRow one) {
    return gated(
        because, wayOut, guardrails, Stream.concat(bypassed.stream(), Stream.of(one)).toList());
  }

  private DeliveryRow gated(
      Optional<Reason> unmet, Optional<String> out, List<GuardrailRow> said, List<BypassRow> past) {
    return new DeliveryRow(
        delivery, madeBy, state, inForce, unmet, out, strategy, step, steps, bakes, madeAt,
        startedAt, endedAt, deadline, members, said, past, jobs);
  }

  /** With one member changed; a target that joined later becomes a member. */
  public DeliveryRow withMember(TargetName target, UnaryOperator<MemberRow> change) {
    boolean known = members.stream().anyMatch(member -> member.target().equals(target));
    List<MemberRow> all =
        known ? members : Stream.concat(members.stream(), Stream.of(MemberRow.of(target))).toList();
    List<MemberRow> changed =
        all.stream()
            .map(member -> member.target().equals(target) ? change.apply(member) : member)
            .toList();
    return with(inForce, deadline, changed, jobs);
  }

  /** With the jobs changed that are meant. */
  public DeliveryRow withJob(Predicate<JobRow> which, UnaryOperator<JobRow> change) {
    return with(
        inForce,
        deadline,
        members,
        jobs.stream().map(job -> which.test(job) ? change.apply(job) : job).toList());
  }

  private DeliveryRow with(
      boolean holds, Optional<Instant> until, List<MemberRow> newMembers, List<JobRow> newJobs) {
    return new DeliveryRow(
        delivery,
        madeBy,
        state,
        holds,
        because,
        wayOut,
        strategy,
        step,
        steps,
        bakes,
        madeAt,
        startedAt,
        endedAt,
        until,
        newMembers,
        guardrails,
        bypassed,
        newJobs);
  }

  /** Percent of the steps that its members have done. */
  public int share() {
    if (state == DeliveryState.SETTLED) {
      return 100;
    }
    List<MemberRow> all =
        members.stream().filter(member -> member.outcome() != MemberRow.Outcome.EXCLUDED).toList();
    if (steps == 0 || step == 0 || all.isEmpty()) {
      return 0;
    }
    long converged =
        all.stream()
            .filter(member -> member.step() == step)
            .filter(member -> member.outcome() == MemberRow.Outcome.CONVERGED)
            .count();
    return (int) (100 * ((step - 1L) * all.size() + converged) / ((long) steps * all.size()));
  }

  public DeliveryId id() {
    return delivery.id();
  }

  /** Whether anything of it goes on running; commands come to an end by themselves. */
  public boolean runsOn() {
    return delivery.state().services().stream()
        .flatMap(service -> service.releases().stream())
        .map(release -> release.release().workload())
        .anyMatch(workload -> !(workload instanceof Workload.Command));
  }

  @Override
  public String key() {
    return id().toString();
  }

  @Override
  public String order() {
    return Orders.of(id().number());
  }

  @Override
  public Map<String, String> columns() {
    return Map.of(
        "placement", id().placement().toString(), "state", state.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Scope scope() {
    return new Scope.OfPlacement(id().placement());
  }
}
