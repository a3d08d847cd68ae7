package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.queue.Line;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Juncture;
import dev.slipway.model.guardrail.PolicyRevision;
import java.util.List;
import java.util.Optional;

/**
 * Where an environment says how many rollouts may be under way at once, what has not started waits
 * until there is room for it and for all who have waited longer. What has just failed shall not
 * wait for others before it is put right.
 *
 * <pre>
 *   there is room                                       PASS
 *   no room, and it is an automatic rollback            PASS, and says so
 *   no room, and an owner of the environment lets it    PASS, and says who
 *   no room                                             PENDING, until a rollout ends
 * </pre>
 */
record ConcurrencyGuardrail() implements Guardrail {

  @Override
  public List<Judged> judge(Deliberation d, RolloutState rollout, Juncture at) {
    EnvironmentName here = rollout.delivery().id().placement().environment();
    return at == Juncture.AFTER_APPROVAL
        ? d.environment(here).stream()
            .flatMap(environment ->
                environment.definition().concurrency().stream()
                    .map(limit -> judge(d, rollout, environment, limit)))
            .toList()
        : List.of();
  }

  private static Judged judge(
      Deliberation d, RolloutState rollout, EnvironmentState environment, int limit) {
    EnvironmentName here = environment.definition().name();
    Placement placement = rollout.delivery().id().placement();
    PolicyRevision revision = PolicyRevision.of(here, environment.origin());
    Line line = Line.of(d.world(), here);
    if (line.running().size() + line.before(placement) < limit) {
      return Judged.pass(
          GuardrailName.CONCURRENCY,
          new Reason(
              "room",
              limit == 1
                  ? "%s has room for one rollout at a time.".formatted(here)
                  : "%s has room for %d rollouts at once.".formatted(here, limit)),
          revision);
    }
    return past(d, rollout)
        .map(because -> Judged.pass(GuardrailName.CONCURRENCY, because, revision))
        .orElseGet(() -> waits(rollout.delivery().id(), line, limit, revision));
  }

  /** Why it passes the limit; empty when it does not. */
  private static Optional<Reason> past(Deliberation d, RolloutState rollout) {
    boolean goesBack =
        d.world().deliveries().shipments().isAutomaticRollback(rollout.delivery().shipment());
    return goesBack
        ? Optional.of(
            new Reason(
                "rollback-passes-limit", "An automatic rollback does not wait for other rollouts."))
        : rollout
            .gated()
            .pass()
            .map(pass ->
                new Reason("limit-passed", "%s let it pass the limit.".formatted(pass.by())));
  }

  private static Judged waits(DeliveryId id, Line line, int limit, PolicyRevision revision) {
    EnvironmentName here = id.placement().environment();
    long before = line.before(id.placement());
    String others = before == 0 ? "" : " %d in line before it.".formatted(before);
    String running =
        line.running().isEmpty()
            ? ""
            : " Under way: %s%s."
                .formatted(
                    line.running().getFirst(),
                    line.running().size() > 1
                        ? " and %d more".formatted(line.running().size() - 1)
                        : "");
    return new Judged(
        GuardrailName.CONCURRENCY,
        GuardrailVerdict.PENDING,
        new Reason(
            "no-room",
            "At most %d at once may roll out in %s.%s%s".formatted(limit, here, running, others)),
        revision,
        Optional.empty(),
        Optional.empty(),
        List.of(
            new Way(
                Role.OWNER,
                "An owner of %s".formatted(here),
                "slipway queue pass %s".formatted(id))));
  }
}
