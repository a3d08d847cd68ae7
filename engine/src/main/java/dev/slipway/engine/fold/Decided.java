package dev.slipway.engine.fold;

import dev.slipway.model.Reason;
import dev.slipway.model.command.Command.Settle.Verdict;
import dev.slipway.model.entry.OutcomeDecided;
import java.util.Optional;

/** What a person's word about an outcome comes to. */
final class Decided {

  private Decided() {}

  static MemberStage.News ofMember(Verdict verdict) {
    return switch (verdict) {
      case SUCCEEDED -> MemberStage.News.DECIDED_SUCCEEDED;
      case FAILED -> MemberStage.News.DECIDED_FAILED;
      case RERUN -> MemberStage.News.DECIDED_RERUN;
    };
  }

  static JobStage.News ofJob(Verdict verdict) {
    return switch (verdict) {
      case SUCCEEDED -> JobStage.News.DECIDED_SUCCEEDED;
      case FAILED -> JobStage.News.DECIDED_FAILED;
      case RERUN -> JobStage.News.DECIDED_RERUN;
    };
  }

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
