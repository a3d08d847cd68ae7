package dev.slipway.engine.rollback;

import dev.slipway.engine.authority.Confirmation;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.rollback.Holds.Verdict;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Sha;
import dev.slipway.model.state.Hold;

/** Puts what keeps a shipment away into words, with the way out. */
final class Wording {

  private Wording() {}

  static Verdict itself(Deliberation d, Hold hold, Placement placement, Sha sha) {
    return kept(
        d,
        hold,
        placement,
        sha,
        "%s was rolled back at %s, and stays away until someone deploys it explicitly."
            .formatted(sha.abbreviated(), placement));
  }

  /** Another commit with the same files or, by its document, the same content. */
  static Verdict alike(Deliberation d, Hold hold, Placement placement, Sha sha) {
    return kept(
        d,
        hold,
        placement,
        sha,
        "%s brings the same as what was rolled back at %s, and stays away until someone deploys it explicitly."
            .formatted(sha.abbreviated(), placement));
  }

  private static Verdict kept(
      Deliberation d, Hold hold, Placement placement, Sha sha, String sentence) {
    return new Verdict.Kept(
        hold,
        new Reason("held", sentence),
        "slipway deploy %s --to %s --sha %s%s"
            .formatted(
                placement.application(),
                placement.environment(),
                sha,
                Confirmation.option(d, placement.environment())));
  }

  static Verdict descendant(Hold hold, Placement placement, Sha sha) {
    return new Verdict.Kept(
        hold,
        new Reason(
            "held-descendant",
            "%s contains a commit that a person rolled back at %s, and waits until someone says that it mends it."
                .formatted(sha.abbreviated(), placement)),
        "slipway resume %s --fixed-by %s".formatted(placement, sha));
  }

  static Verdict unknown(Hold hold, Placement placement, Sha sha) {
    return new Verdict.Kept(
        hold,
        new Reason(
            Holds.UNKNOWN,
            "The repository cannot be asked whether %s contains a commit that a person rolled back at %s; it is asked again."
                .formatted(sha.abbreviated(), placement)),
        "slipway resume %s --fixed-by %s".formatted(placement, sha));
  }
}
