package dev.slipway.engine.fold;

import dev.slipway.model.Reason;
import dev.slipway.model.entry.OutcomeDecided;
import java.util.Optional;

/** What a person's word about an outcome reads like. */
final class Decided {

  private Decided() {}

  static Optional<Reason> because(OutcomeDecided entry) {
    return switch (entry.verdict()) {
      case SUCCEEDED, RERUN -> Optional.empty();
      case FAILED ->
          Optional.of(
              new Reason(
                  "settled-as-failed",
                  "%s looked at %s and says that it failed."
                      .formatted(entry.by(), entry.slot().target())));
    };
  }
}
