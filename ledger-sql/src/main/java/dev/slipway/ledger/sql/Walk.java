package dev.slipway.ledger.sql;

import dev.slipway.codec.Digests;
import dev.slipway.codec.EntryCodec;
import dev.slipway.codec.Frontier;
import dev.slipway.codec.shape.Undecodable;
import dev.slipway.ledger.chain.Link;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.entry.Recorded;
import java.time.Instant;
import java.util.Optional;

/** Goes over the entries in order and holds each against its own bytes and the one before. */
final class Walk {

  private final Frontier frontier = new Frontier();
  private Digest previous = EntryCodec.BEFORE_FIRST;
  private Instant last = Instant.EPOCH;

  /** How many entries fitted. */
  long size() {
    return frontier.size();
  }

  Digest root() {
    return frontier.root();
  }

  /** What is wrong with the next entry, if anything is; if nothing is, the walk goes on. */
  Optional<Reason> next(Row row) {
    long expected = size() + 1;
    if (row.position() != expected) {
      return wrong("entry-missing", "There is no entry here; the next one is " + row.position());
    }
    Link link;
    try {
      link = Link.read(row.body());
    } catch (Undecodable e) {
      return wrong("entry-unreadable", "The entry's bytes cannot be read: " + e.getMessage());
    }
    Optional<Reason> wrong = check(row, link, expected);
    if (wrong.isEmpty()) {
      frontier.add(Digests.raw(link.leaf()));
      previous = link.leaf();
      last = link.recorded().at();
    }
    return wrong;
  }

  private Optional<Reason> check(Row row, Link link, long expected) {
    Recorded entry = link.recorded();
    if (!row.leaf().equals(link.leaf().value())) {
      return wrong("leaf-hash-differs", "The entry's bytes do not have the hash beside them");
    }
    if (!entry.position().equals(new Position(expected))) {
      return wrong("entry-moved", "The entry was written at position " + entry.position());
    }
    if (!link.previous().equals(previous)) {
      return wrong(
          "chain-broken", "The entry does not continue from the one before as that one is now");
    }
    if (entry.at().isBefore(last)) {
      return wrong("time-goes-back", "The entry is earlier than the one before");
    }
    Row copy =
        new Row(
            expected,
            entry.at().toEpochMilli(),
            entry.stream().toString(),
            EntryCodec.typeOf(entry.entry()),
            entry.actor().value(),
            entry.cause().map(Position::value),
            link.previous().value(),
            link.leaf().value(),
            row.body());
    return copy.equals(row)
        ? Optional.empty()
        : wrong("column-differs", "A column beside the entry says something else than its bytes");
  }

  private static Optional<Reason> wrong(String code, String sentence) {
    return Optional.of(new Reason(code, sentence + "."));
  }
}
