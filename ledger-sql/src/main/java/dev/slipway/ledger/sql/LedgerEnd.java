package dev.slipway.ledger.sql;

import dev.slipway.codec.Checkpoint;
import dev.slipway.codec.Checkpoints;
import dev.slipway.codec.Frontier;
import dev.slipway.ledger.chain.Chain;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds where a ledger ends. It begins at the newest edge whose root was signed, so that opening
 * takes as long for a long ledger as for a short one; where there is none, at the first entry.
 */
final class LedgerEnd {

  /** Jumps from one stream to the next in the index; reading all of it would grow with entries. */
  private static final String STREAMS =
      "WITH RECURSIVE known (stream) AS ("
          + " SELECT min(stream) FROM entry"
          + " UNION ALL"
          + " SELECT (SELECT min(entry.stream) FROM entry WHERE entry.stream > known.stream)"
          + " FROM known WHERE known.stream IS NOT NULL)"
          + " SELECT stream,"
          + " (SELECT max(position) FROM entry WHERE entry.stream = known.stream)"
          + " FROM known WHERE stream IS NOT NULL";

  private final Connection connection;
  private final Heads.Signer signer;

  LedgerEnd(Connection connection, Heads.Signer signer) {
    this.connection = connection;
    this.signer = signer;
  }

  /** Tells a chain of every entry that there is. */
  void resume(Chain chain) throws SQLException {
    Optional<Frontier> edge = edge();
    if (edge.isPresent()) {
      resume(chain, edge.get());
    }
    for (Leaf leaf : leavesAfter(chain.head())) {
      chain.resume(leaf.position, leaf.at, leaf.stream, leaf.hash);
    }
  }

  private record Leaf(Position position, Instant at, StreamKey stream, Digest hash) {}

  private void resume(Chain chain, Frontier edge) throws SQLException {
    for (Leaf last : leaves("position = ?", edge.size())) {
      chain.resume(edge, streams(), last.at, last.hash);
    }
  }

  private List<Leaf> leavesAfter(Position position) throws SQLException {
    return leaves("position > ? ORDER BY position", position.value());
  }

  private List<Leaf> leaves(String where, long position) throws SQLException {
    return Statements.rows(
        connection,
        "SELECT position, at, stream, leaf FROM entry WHERE " + where,
        row ->
            new Leaf(
                new Position(row.getLong(1)),
                Instant.ofEpochMilli(row.getLong(2)),
                StreamKey.parse(row.getString(3)),
                new Digest(row.getString(4))),
        position);
  }

  private Map<StreamKey, Position> streams() throws SQLException {
    Map<StreamKey, Position> streams = new HashMap<>();
    Statements.rows(
        connection,
        STREAMS,
        row -> streams.put(StreamKey.parse(row.getString(1)), new Position(row.getLong(2))));
    return streams;
  }

  private Optional<Frontier> edge() throws SQLException {
    return Statements.rows(
            connection,
            "SELECT edge.size, edge.hashes, head.note FROM edge JOIN head USING (size)",
            row -> edge(row.getLong(1), Bytes.of(row.getBytes(2)), row.getString(3)))
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Only what a head of ours vouches for. */
  private Optional<Frontier> edge(long size, Bytes hashes, String note) {
    try {
      Frontier edge = Frontier.of(size, hashes);
      return Checkpoints.open(note, signer.origin(), signer.key().publicKey())
          .filter(new Checkpoint(signer.origin(), size, edge.root())::equals)
          .map(_ -> edge);
    } catch (IllegalArgumentException cut) {
      return Optional.empty();
    }
  }
}
