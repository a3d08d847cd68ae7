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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a rollout is judged by its guardrails before it starts, and before each next step. All of
 * them are asked every time, so that people see at once all that is missing; what one says is
 * written when it is something else than before. Only where all pass does the rollout go on, and
 * then the entry that says so stands before the order. Where one fails before the start, the
 * delivery ends.
 */
public final class Gate {

  private static final Gated.Said NOT_ASKED =
      new Gated.Said(
          GuardrailVerdict.PASS,
          new Reason("not-asked-for", "Nothing of this kind is asked for any more."),
          Optional.empty());

  private Gate() {}

  /** Whether a rollout may go on. */
  public sealed interface Passage {

    record Open() implements Passage {}

    /** It waits; it is worth another look at {@code again}, even if nothing happens. */
    record Closed(Optional<Instant> again) implements Passage {}

    /** It has not started and never will: a guardrail failed. */
    record Barred(Reason because) implements Passage {}
  }

  /** Judges a rollout, and writes every verdict that changed. */
  public static Passage pass(Deliberation d, RolloutState rollout) {
    List<Judged> judged = judge(d, rollout);
    judged.forEach(j -> write(d, rollout, j.guardrail(), j.said()));
    for (Map.Entry<GuardrailName, Gated.Said> before : rollout.gated().verdicts().entrySet()) {
      if (judged.stream().noneMatch(j -> j.guardrail().equals(before.getKey()))
          && !before.getValue().passes()) {
        write(d, rollout, before.getKey(), NOT_ASKED);
      }
    }
    judged.stream().flatMap(j -> j.asks().stream()).forEach(asked -> ask(d, asked));
    Optional<Reason> failed = failed(judged);
    if (rollout.isWaiting() && failed.isPresent()) {
      return new Passage.Barred(failed.orElseThrow());
    }
    return judged.stream().allMatch(Judged::passes)
        ? new Passage.Open()
        : new Passage.Closed(
            judged.stream()
                .flatMap(j -> j.again().stream())
                .min(Comparator.<Instant>naturalOrder()));
  }

  /** What each guardrail says of a rollout now; nothing is written. */
  public static List<Judged> judge(Deliberation d, RolloutState rollout) {
    return Guardrail.ALL.stream()
        .flatMap(guardrail -> guardrail.judge(d, rollout).stream())
        .toList();
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
