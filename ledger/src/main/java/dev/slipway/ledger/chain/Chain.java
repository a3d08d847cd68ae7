package dev.slipway.ledger.chain;

import dev.slipway.codec.Checkpoint;
import dev.slipway.codec.Digests;
import dev.slipway.codec.EntryCodec;
import dev.slipway.codec.Frontier;
import dev.slipway.codec.Leaf;
import dev.slipway.codec.Prepared;
import dev.slipway.ledger.Appended;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The end of the ledger, as its one writer knows it: where the next entry goes, what it is linked
 * to, and the version of every stream. Not thread-safe.
 */
public final class Chain {

  private final InstantSource clock;
  private final Keys keys;
  private final Map<StreamKey, Position> versions = new HashMap<>();
  private Frontier frontier = new Frontier();
  private Position head = Position.START;
  private Instant last = Instant.EPOCH;
  private Digest previous = EntryCodec.BEFORE_FIRST;

  /** An empty chain. */
  public Chain(InstantSource clock, Keys keys) {
    this.clock = clock;
    this.keys = keys;
  }

  /** Takes over an entry that was written before; they come in order, from the first. */
  public void resume(Position position, Instant at, StreamKey stream, Digest leaf) {
    head = position;
    last = at;
    versions.put(stream, position);
    previous = leaf;
    frontier.add(Digests.raw(leaf));
  }

  /**
   * Takes over many entries at once; the ones that come after follow by the other {@code resume}.
   *
   * @param edge of the tree of all of them
   * @param streams the version of every stream by then
   * @param leaf of the last one
   */
  public void resume(Frontier edge, Map<StreamKey, Position> streams, Instant at, Digest leaf) {
    frontier = edge;
    head = new Position(edge.size());
    last = at;
    versions.putAll(streams);
    previous = leaf;
  }

  /** The right edge of the tree of all entries, as bytes. */
  public Bytes edge() {
    return frontier.bytes();
  }

  /** The position of the last entry. */
  public Position head() {
    return head;
  }

  /** What the ledger is now, for a signature. */
  public Checkpoint checkpoint(String origin) {
    return new Checkpoint(origin, frontier.size(), frontier.root());
  }

  /**
   * Says whether a batch is to be written, and gives its entries their places; after that they are
   * part of the chain.
   *
   * @param prepared the batch's drafts, encoded
   */
  public Judged judge(Batch batch, List<Prepared> prepared) {
    Optional<Position> first = batch.deduplicationKey().flatMap(keys::first);
    if (first.isPresent()) {
      return new Judged.Declined(new Appended.Duplicate(first.get()));
    }
    Optional<Appended> conflict = conflict(batch.guards());
    if (conflict.isPresent()) {
      return new Judged.Declined(conflict.get());
    }
    batch.deduplicationKey().ifPresent(key -> keys.remember(key, head.next()));
    Instant at = timeOf(batch);
    List<Link> links = new ArrayList<>(prepared.size());
    for (Prepared each : prepared) {
      links.add(add(each, at));
    }
    return new Judged.Accepted(links);
  }

  /** The clock may be set back; the ledger's time never goes back, nor behind a decision's. */
  private Instant timeOf(Batch batch) {
    long now = Math.max(clock.instant().toEpochMilli(), last.toEpochMilli());
    long decided = batch.notBefore().map(Instant::toEpochMilli).orElse(now);
    return Instant.ofEpochMilli(Math.max(now, decided));
  }

  private Link add(Prepared prepared, Instant at) {
    Position position = head.next();
    byte[] bytes = prepared.bytes(position, at, previous);
    Link link =
        new Link(prepared.recorded(position, at), Bytes.of(bytes), previous, Leaf.hash(bytes));
    resume(position, at, link.recorded().stream(), link.leaf());
    return link;
  }

  private Optional<Appended> conflict(Guards guards) {
    Optional<Position> passed = guards.head().filter(expected -> !expected.equals(head));
    if (passed.isPresent()) {
      return Optional.of(new Appended.Conflict(Optional.empty(), passed.get(), head));
    }
    for (Map.Entry<StreamKey, Position> guard : guards.versions().entrySet()) {
      Position actual = versions.getOrDefault(guard.getKey(), Position.START);
      if (!actual.equals(guard.getValue())) {
        return Optional.of(
            new Appended.Conflict(Optional.of(guard.getKey()), guard.getValue(), actual));
      }
    }
    return Optional.empty();
  }
}
