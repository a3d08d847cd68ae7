package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.PlacementState.InForce;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.SlotState;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.SoakPolicy;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Juncture;
import dev.slipway.model.guardrail.PolicyRevision;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is delivered has been in force elsewhere for so long, and no target there said meanwhile
 * that it was not as ordered. It holds what has not started, and no rollback.
 *
 * <pre>
 *   the environment is not on the route       INCONCLUSIVE
 *   it has not been in force there            PENDING
 *   a target there is not as ordered          PENDING
 *   it is in force there, within the time     PENDING, until the time is over
 *   it is in force there, after it            PASS
 *   it was rolled back there                  FAIL
 *   another took its place there, within it   FAIL
 *   another took its place there, after it    PASS
 * </pre>
 */
record SoakGuardrail() implements Guardrail {

  @Override
  public List<Judged> judge(Deliberation d, RolloutState rollout, Juncture at) {
    Placement here = rollout.delivery().id().placement();
    Optional<EnvironmentState> environment = d.environment(here.environment());
    Optional<SoakPolicy> policy =
        environment
            .flatMap(state -> state.definition().guardrails())
            .flatMap(GuardrailPolicy::soak);
    Optional<Shipment> shipment =
        d.world().deliveries().shipments().bringing(rollout.delivery().shipment());
    if (at != Juncture.AFTER_APPROVAL || policy.isEmpty() || shipment.isEmpty()) {
      return List.of();
    }
    Asking asking =
        new Asking(
            here,
            policy.orElseThrow(),
            PolicyRevision.of(here.environment(), environment.orElseThrow().origin()));
    return List.of(judge(d, asking, shipment.orElseThrow()));
  }

  /** What is asked for where. */
  private record Asking(Placement here, SoakPolicy policy, PolicyRevision revision) {

    Judged pass(String code, String sentence) {
      return Judged.pass(GuardrailName.SOAK, new Reason(code, sentence), revision);
    }

    Judged fail(String code, String sentence) {
      return judged(GuardrailVerdict.FAIL, code, sentence, Optional.empty(), List.of());
    }

    Judged pending(String code, String sentence, Optional<Instant> until, List<Way> ways) {
      return judged(GuardrailVerdict.PENDING, code, sentence, until, ways);
    }

    Judged judged(
        GuardrailVerdict verdict,
        String code,
        String sentence,
        Optional<Instant> until,
        List<Way> ways) {
      Reason because = new Reason(code, sentence);
      return new Judged(GuardrailName.SOAK, verdict, because, revision, until, until, ways);
    }

    String time() {
      return words(policy.time());
    }
  }

  private static Judged judge(Deliberation d, Asking asking, Shipment shipment) {
    List<EnvironmentName> route =
        d.application(shipment.application())
            .map(ApplicationState::definition)
            .map(definition -> definition.route())
            .orElseGet(List::of);
    Optional<EnvironmentName> where = where(asking, route);
    return where
        .map(in -> judge(d, asking, shipment, new Placement(shipment.application(), in)))
        .orElseGet(() -> offRoute(asking, shipment));
  }

  private static Optional<EnvironmentName> where(Asking asking, List<EnvironmentName> route) {
    int before = route.indexOf(asking.here().environment()) - 1;
    return asking.policy().in().isPresent()
        ? asking.policy().in().filter(route::contains)
        : before < 0 ? Optional.empty() : Optional.of(route.get(before));
  }

  private static Judged offRoute(Asking asking, Shipment shipment) {
    EnvironmentName here = asking.here().environment();
    String what =
        asking
            .policy()
            .in()
            .map(in -> "%s is not on the route of %s".formatted(in, shipment.application()))
            .orElseGet(() ->
                "No environment lies before %s on the route of %s"
                    .formatted(here, shipment.application()));
    Way change =
        new Way(Role.OWNER, "An owner of %s".formatted(here), "slipway apply ENVIRONMENT.yaml");
    return asking.judged(
        GuardrailVerdict.INCONCLUSIVE,
        "soak-off-route",
        "%s, so nobody can tell whether it was in force there for %s."
            .formatted(what, asking.time()),
        Optional.empty(),
        List.of(change));
  }

  private static Judged judge(Deliberation d, Asking asking, Shipment shipment, Placement there) {
    Optional<Stint> found = Stint.of(shipment, there, d.placement(there));
    if (found.isEmpty()) {
      return asking.pending(
          "soak-not-there",
          "It has not been in force in %s, where it has to be for %s first."
              .formatted(there.environment(), asking.time()),
          Optional.empty(),
          List.of(deploy(shipment, there)));
    }
    Stint stint = found.orElseThrow();
    return stint.successor().isPresent()
        ? over(asking, shipment, there, stint)
        : inForce(d, asking, there, stint.held());
  }

  private static Judged inForce(Deliberation d, Asking asking, Placement there, InForce held) {
    if (isTroubled(d, there, held)) {
      return asking.pending(
          "soak-troubled",
          "A target in %s is not as %s wants it; its %s there begin when all are."
              .formatted(there.environment(), held.delivery().id(), asking.time()),
          Optional.empty(),
          List.of());
    }
    Instant due = held.soundSince().plus(asking.policy().time());
    String since =
        "%s is in force without a failure since %s"
            .formatted(held.delivery().id(), held.soundSince());
    return d.now().isBefore(due)
        ? asking.pending(
            "soaking",
            "%s; it has to be so for %s, until %s.".formatted(since, asking.time(), due),
            Optional.of(due),
            List.of())
        : asking.pass("soaked", "%s; it had to be so for %s.".formatted(since, asking.time()));
  }

  private static Judged over(Asking asking, Shipment shipment, Placement there, Stint stint) {
    InForce held = stint.held();
    InForce next = stint.successor().orElseThrow();
    Duration stayed = Duration.between(held.soundSince(), next.since());
    if (stint.wasRolledBack()) {
      return asking.fail(
          "soak-rolled-back",
          "%s was rolled back to %s; what was not good there does not start here. %s"
              .formatted(held.delivery().id(), next.delivery().id(), afresh(shipment, there)));
    }
    return stayed.compareTo(asking.policy().time()) >= 0
        ? asking.pass(
            "soaked",
            "%s was in force without a failure for the %s that it takes."
                .formatted(held.delivery().id(), asking.time()))
        : asking.fail(
            "soak-cut-short",
            "%s took the place of %s within its %s there. %s"
                .formatted(
                    next.delivery().id(),
                    held.delivery().id(),
                    asking.time(),
                    afresh(shipment, there)));
  }

  /** Whether a target says of what is in force that it is not as ordered, and nothing since. */
  private static boolean isTroubled(Deliberation d, Placement there, InForce held) {
    return d
        .environment(there.environment())
        .map(EnvironmentState::members)
        .orElseGet(List::of)
        .stream()
        .map(target -> new Slot(new TargetId(there.environment(), target), there.application()))
        .map(slot -> d.world().deliveries().slot(slot))
        .anyMatch(slot -> isTroubled(slot, held));
  }

  /** Also a target that is led back to it has to be as it wants, and tries until it is. */
  private static boolean isTroubled(SlotState slot, InForce held) {
    Optional<SlotState.Ordered> order =
        slot.ordered().filter(it -> it.leadsTo(held.delivery().id()));
    boolean lost = order.filter(it -> it.isWayBack() && it.cameToNothing()).isPresent();
    boolean drifted = slot.observed().filter(SlotState.Observed::drifted).isPresent();
    return order.isPresent() && (lost || drifted);
  }

  private static String afresh(Shipment shipment, Placement there) {
    return "Should it be delivered all the same: " + line(shipment, there);
  }

  private static Way deploy(Shipment shipment, Placement there) {
    return new Way(
        Role.DEPLOYER, "Whoever may deploy to %s".formatted(there), line(shipment, there));
  }

  private static String line(Shipment shipment, Placement there) {
    return "slipway deploy %s --to %s --sha %s"
        .formatted(there.application(), there.environment(), shipment.change().sha());
  }

  /** As a document has it, such as {@code 1h30m}. */
  private static String words(Duration time) {
    String text = time.toString().substring("PT".length());
    return text.toLowerCase(Locale.ROOT);
  }
}
