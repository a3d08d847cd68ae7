package dev.slipway.http.show;

import dev.slipway.loop.door.Suppositions;
import dev.slipway.loop.door.Suppositions.Differing;
import dev.slipway.loop.door.Suppositions.Found;
import dev.slipway.loop.door.Suppositions.Replay;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Sha;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.wire.Reason;
import dev.slipway.wire.StopState;
import dev.slipway.wire.TriggerVerdict;
import dev.slipway.wire.WhatIf;
import dev.slipway.wire.WhatIfDifference;
import dev.slipway.wire.WhatIfRow;
import dev.slipway.wire.WhatIfState;
import dev.slipway.wire.WhatIfStop;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** What would be. */
public final class Supposed {

  private Supposed() {}

  public static WhatIf replay(Replay replay, Predicate<Differing> visible) {
    List<WhatIfRow> rows =
        replay.found().stream()
            .flatMap(found -> found.rows().stream())
            .filter(visible)
            .map(Supposed::row)
            .toList();
    List<Reason> assumed =
        replay.found().stream()
            .flatMap(found -> found.assumed().stream())
            .map(Shown::reason)
            .toList();
    return new WhatIf(
        replay.id(),
        state(replay),
        replay.percent(),
        replay.asked().since(),
        replay.asked().until(),
        replay.failed().map(Shown::reason),
        rows,
        assumed,
        replay.found().map(Found::whole).orElse(false));
  }

  private static WhatIfState state(Replay replay) {
    if (replay.failed().isPresent()) {
      return WhatIfState.FAILED;
    }
    return replay.found().isPresent() ? WhatIfState.DONE : WhatIfState.RUNNING;
  }

  private static WhatIfRow row(Differing row) {
    return new WhatIfRow(
        row.placement().application().value(),
        row.placement().environment().value(),
        row.shipment().value(),
        row.sha().map(Sha::value),
        stop(row.really()),
        stop(row.would()),
        WhatIfDifference.valueOf(row.kind().name()),
        row.by().map(Duration::toSeconds),
        row.guardrail().map(GuardrailName::value),
        Shown.reason(row.because()),
        row.faithful());
  }

  private static WhatIfStop stop(Suppositions.Stood stood) {
    return new WhatIfStop(
        StopState.valueOf(stood.state().name()),
        stood.delivery(),
        stood.queued(),
        stood.started(),
        stood.ended());
  }

  public static TriggerVerdict fired(Suppositions.Fired fired) {
    return new TriggerVerdict(
        fired.trigger().value(),
        fired.matched(),
        Shown.reason(fired.because()),
        fired.travel().stream().map(EnvironmentName::value).toList());
  }
}
