package dev.slipway.simulator.planted;

import dev.slipway.codec.Digests;
import dev.slipway.ledger.Ledger;
import dev.slipway.model.Digest;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What somebody approved is written, and counts for whatever is there. */
final class Unread {

  private static final Digest OTHER = Digests.sha256(new byte[0]);

  private final Map<String, Digest> right = new HashMap<>();

  static Ledger hashes(Ledger real, Kernel kernel, Life life) {
    Unread unread = new Unread();
    return new AlteredLedger(
        AlteredLedger.writingEach(real, unread::written),
        AlteredLedger::unguarded,
        unread::heard,
        Runnable::run);
  }

  private Stream<Draft> written(Draft draft) {
    if (draft.entry() instanceof ApprovalGiven given) {
      right.put(given.delivery() + " " + given.by(), given.hash());
      return Stream.of(Written.with(draft, with(given, OTHER)));
    }
    return Stream.of(draft);
  }

  private Stream<Recorded> heard(Recorded recorded) {
    return Stream.of(
        recorded.entry() instanceof ApprovalGiven given
            ? Heard.with(
                recorded,
                with(given, right.getOrDefault(given.delivery() + " " + given.by(), OTHER)))
            : recorded);
  }

  private static Entry with(ApprovalGiven given, Digest hash) {
    return new ApprovalGiven(given.delivery(), hash, given.by(), given.person(), given.self());
  }
}
