package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.Gated;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.OwnerAsked;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Juncture;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a rollout is judged by its guardrails: before it starts, before each next step, and before
 * it settles. All that are asked for there are asked every time, so that people see at once all
 * that is missing; but people are asked to approve only what passes all that is to be judged before
 * that. What one says is written when it is something else than before. Only where all pass does
 * the rollout go on, and then the entry that says so stands before the order.
 */
public final class Gate {

  private static final Gated.Said NOT_ASKED =
      new Gated.Said(
          GuardrailVerdict.PASS,
          new Reason("not-asked-for", "Nothing of this kind is asked for now."),
          Optional.empty());

  private Gate() {}

  /** What lies ahead of a rollout, and the junctures at which it is judged before that. */
  public enum Ahead {
    START,
    STEP,
    END;

    private List<Juncture> junctures() {
      return switch (this) {
        case START -> List.of(Juncture.BEFORE_APPROVAL, Juncture.AFTER_APPROVAL);
        case STEP -> List.of(Juncture.DURING);
        case END -> List.of(Juncture.AFTER);
      };
    }
  }

  /** Whether a rollout may go on. */
  public sealed interface Passage {

    record Open() implements Passage {}

    /** It waits; it is worth another look at {@code again}, even if nothing happens. */
    record Closed(Optional<Instant> again) implements Passage {}

    /** It never will: a guardrail failed. */
    record Barred(Reason because) implements Passage {}
  }

  /** Judges a rollout before what lies ahead, and writes every verdict that changed. */
  public static Passage pass(Deliberation d, RolloutState rollout, Ahead ahead) {
    Optional<Instant> reading = CheckReading.look(d, rollout, ahead.junctures());
    if (d.isAsking()) {
      return new Passage.Closed(Optional.empty());
    }
    List<Judged> others = others(d, rollout, ahead);
    List<Judged> judged = with(rollout, others, DeploymentGuardrail.heard(d, rollout, others));
    if (d.isAsking()) {
      return new Passage.Closed(Optional.empty());
    }
    judged.forEach(j -> write(d, rollout, j.guardrail(), j.said()));
    for (Map.Entry<GuardrailName, Gated.Said> before : rollout.gated().verdicts().entrySet()) {
      if (judged.stream().noneMatch(j -> j.guardrail().equals(before.getKey()))
          && !before.getValue().passes()) {
        write(d, rollout, before.getKey(), NOT_ASKED);
      }
    }
    judged.stream().flatMap(j -> j.asks().stream()).forEach(asked -> ask(d, asked));
    return failed(judged)
        .<Passage>map(Passage.Barred::new)
        .orElseGet(() ->
            judged.stream().allMatch(Judged::passes)
                ? new Passage.Open()
                : new Passage.Closed(
                    Stream.concat(
                            reading.stream(), judged.stream().flatMap(j -> j.again().stream()))
                        .min(Comparator.<Instant>naturalOrder())));
  }

  /** What each guardrail says of a rollout now; nothing is written. */
  public static List<Judged> judge(Deliberation d, RolloutState rollout, Ahead ahead) {
    List<Judged> others = others(d, rollout, ahead);
    return with(rollout, others, DeploymentGuardrail.known(d, rollout, others));
  }

  /** All but the one that is asked for only when these hold. */
  private static List<Judged> others(Deliberation d, RolloutState rollout, Ahead ahead) {
    return Guardrail.ALL.stream()
        .flatMap(kind -> ahead.junctures().stream().flatMap(at -> judge(d, rollout, kind, at)))
        .toList();
  }

  private static List<Judged> with(
      RolloutState rollout, List<Judged> others, Optional<Judged> last) {
    return Stream.concat(others.stream(), last.stream().map(said -> Bypassing.heard(rollout, said)))
        .toList();
  }

  /** Whether people are asked to approve it by now. */
  public static boolean asksPeople(Deliberation d, RolloutState rollout) {
    return Guardrail.ALL.stream()
        .flatMap(kind -> judge(d, rollout, kind, Juncture.BEFORE_APPROVAL))
        .allMatch(Judged::passes);
  }

  /** Every word of a guardrail comes through here, so that what was bypassed is so for all. */
  private static Stream<Judged> judge(
      Deliberation d, RolloutState rollout, Guardrail kind, Juncture at) {
    return kind.judge(d, rollout, at).stream().map(said -> Bypassing.heard(rollout, said));
  }

  /** Why it fails; of several reasons the first that is told. */
  private static Optional<Reason> failed(List<Judged> judged) {
    return judged.stream()
        .filter(j -> j.verdict() == GuardrailVerdict.FAIL)
        .map(Judged::because)
        .findFirst();
  }

  /** An owner is asked once for the same, however often it is waited for. */
  private static void ask(Deliberation d, OwnerAsked asked) {
    if (d.world()
        .declared()
        .resource(asked.resource())
        .filter(it -> !it.isAsked(asked))
        .isPresent()) {
      d.write(asked);
    }
  }

  private static void write(
      Deliberation d, RolloutState rollout, GuardrailName guardrail, Gated.Said said) {
    if (!rollout.gated().said(guardrail).equals(Optional.of(said))) {
      DeliveryId delivery = rollout.delivery().id();
      d.write(
          new GuardrailJudged(delivery, guardrail, said.verdict(), said.because(), said.policy()));
    }
  }
}
