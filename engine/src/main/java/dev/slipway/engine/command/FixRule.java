package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.HoldFixed;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;
import java.util.Optional;

/**
 * A person says which commit mends what was rolled back. Commits that contain it are held no more;
 * what was rolled back itself stays away.
 */
final class FixRule {

  private FixRule() {}

  static Optional<Settlement> decide(
      Deliberation d, Placement placement, Optional<String> fixedBy) {
    Optional<Settlement> unknown = Placed.refusal(d, placement);
    if (unknown.isPresent()) {
      return unknown;
    }
    if (d.placement(placement).controls().holds().isEmpty()) {
      return Settlements.nothing(
          "nothing-held", "No rollback holds anything at %s.".formatted(placement));
    }
    Optional<RepositoryUrl> repository =
        d.application(placement.application())
            .map(ApplicationState::definition)
            .flatMap(definition -> definition.repository());
    if (repository.isEmpty()) {
      return Settlements.refused(
          "no-repository", "%s has no repository.".formatted(placement.application()));
    }
    return switch (Told.commit(d, new Need.CommitOf(repository.orElseThrow(), fixedBy))) {
      case Told.Open<Answer.Commit> _ -> Settlements.open();
      case Told.Unusable<Answer.Commit>(Reason because) -> Settlements.refused(because);
      case Told.Unavailable<Answer.Commit>(Reason because) ->
          Settlements.refused(Settlements.unavailable(because, "Try again later."));
      case Told.Known<Answer.Commit> commit -> {
        d.write(new HoldFixed(placement, commit.answer().sha(), d.actor()));
        Advance.placement(d, placement);
        yield Settlements.followed(
            "fixed",
            "Commits that contain %s are held no more at %s, unless they bring the very same again."
                .formatted(commit.answer().sha().abbreviated(), placement));
      }
    };
  }
}
