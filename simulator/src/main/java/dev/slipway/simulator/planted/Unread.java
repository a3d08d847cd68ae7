package dev.slipway.simulator.planted;

import dev.slipway.codec.Digests;
import dev.slipway.ledger.Ledger;
import dev.slipway.model.Digest;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.GuardrailBypassed;
import dev.slipway.model.entry.Recorded;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What somebody signed for is written, and counts for whatever is there. */
final class Unread {

  private static final Digest OTHER = Digests.sha256(new byte[0]);

  private final Function<Entry, Optional<Word>> words;
  private final Map<String, Digest> right = new HashMap<>();

  /** Somebody's word, for what, and the same for something else. */
  private record Word(String whose, Digest hash, Function<Digest, Entry> of) {}

  private Unread(Function<Entry, Optional<Word>> words) {
    this.words = words;
  }

  static Ledger hashes(Ledger real, Kernel kernel, Life life) {
    return altered(real, Unread::approval);
  }

  static Ledger bypasses(Ledger real, Kernel kernel, Life life) {
    return altered(real, Unread::bypass);
  }

  private static Ledger altered(Ledger real, Function<Entry, Optional<Word>> words) {
    Unread unread = new Unread(words);
    return new AlteredLedger(
        AlteredLedger.writingEach(real, unread::written),
        AlteredLedger::unguarded,
        unread::heard,
        Runnable::run);
  }

  private static Optional<Word> approval(Entry entry) {
    return entry instanceof ApprovalGiven it
        ? Optional.of(
            new Word(
                "%s %s".formatted(it.delivery(), it.by()),
                it.hash(),
                hash -> new ApprovalGiven(it.delivery(), hash, it.by(), it.person(), it.self())))
        : Optional.empty();
  }

  private static Optional<Word> bypass(Entry entry) {
    return entry instanceof GuardrailBypassed it
        ? Optional.of(
            new Word(
                "%s %s".formatted(it.delivery(), it.guardrail()),
                it.hash(),
                hash ->
                    new GuardrailBypassed(
                        it.delivery(), hash, it.guardrail(), it.because(), it.by())))
        : Optional.empty();
  }

  private Stream<Draft> written(Draft draft) {
    return Stream.of(
        words
            .apply(draft.entry())
            .map(word -> {
              right.put(word.whose(), word.hash());
              return Written.with(draft, word.of().apply(OTHER));
            })
            .orElse(draft));
  }

  private Stream<Recorded> heard(Recorded recorded) {
    return Stream.of(
        words
            .apply(recorded.entry())
            .map(word ->
                Heard.with(recorded, word.of().apply(right.getOrDefault(word.whose(), OTHER))))
            .orElse(recorded));
  }
}
