package dev.slipway.ledger.sql;

import dev.slipway.codec.Checkpoint;
import dev.slipway.codec.Checkpoints;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import dev.slipway.model.PublicKey;
import dev.slipway.model.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The heads that were signed, to be held against the entries. */
final class SignedHeads {

  /**
   * A head from somewhere.
   *
   * @param claimed the size that it is filed under
   * @param genuine what a trusted key signed; empty when none did
   */
  private record Head(long claimed, String where, Optional<Checkpoint> genuine) {}

  private final List<Head> heads = new ArrayList<>();
  private final Set<Long> sizes = new HashSet<>();

  /** All heads of the database and the one in the file. */
  static SignedHeads read(Connection connection, Path file, String origin, List<PublicKey> keys)
      throws SQLException, IOException {
    SignedHeads all = new SignedHeads();
    // The file comes first: a server that goes on writing can only add entries to what it says.
    if (Files.exists(file)) {
      Optional<Checkpoint> head = open(Files.readString(file), origin, keys);
      all.heads.add(new Head(head.map(Checkpoint::size).orElse(0L), "in " + file, head));
    }
    all.heads.addAll(
        Statements.rows(
            connection,
            "SELECT size, note FROM head ORDER BY size",
            row ->
                new Head(row.getLong(1), "in the database", open(Row.text(row, 2), origin, keys))));
    all.signed().map(Checkpoint::size).forEach(all.sizes::add);
    return all;
  }

  private static Optional<Checkpoint> open(String note, String origin, List<PublicKey> keys) {
    return keys.stream()
        .flatMap(key -> Checkpoints.open(note, origin, key).stream())
        .filter(checkpoint -> checkpoint.origin().equals(origin))
        .findFirst();
  }

  /** The first head that nobody trusted signed, or that lies under another size than its own. */
  Optional<Verified> forged() {
    return heads.stream()
        .filter(head -> head.genuine.filter(it -> it.size() == head.claimed).isEmpty())
        .findFirst()
        .map(head ->
            broken(
                head.claimed,
                "head-not-genuine",
                "The head " + head.where + " is not signed by a key that may sign heads."));
  }

  /** Whether there is a head of so many entries. */
  boolean has(long size) {
    return sizes.contains(size);
  }

  /** A head that says something else of the first {@code size} entries than their root. */
  Optional<Verified> contradicts(long size, Digest root) {
    return signed()
        .filter(head -> head.size() == size && !head.root().equals(root))
        .findFirst()
        .map(head ->
            broken(
                size,
                "head-differs",
                "Up to here the entries are not the ones whose head was signed."));
  }

  /** A head of more entries than there are. */
  Optional<Verified> outgrows(long size) {
    return signed()
        .filter(head -> head.size() > size)
        .findFirst()
        .map(head ->
            broken(
                size + 1,
                "tail-missing",
                "The ledger ends before this entry, but a head of "
                    + head.size()
                    + " entries was signed."));
  }

  long newest() {
    return signed().mapToLong(Checkpoint::size).max().orElse(0);
  }

  private Stream<Checkpoint> signed() {
    return heads.stream().flatMap(head -> head.genuine.stream());
  }

  private static Verified broken(long position, String code, String sentence) {
    return new Verified.Broken(new Position(position), new Reason(code, sentence));
  }
}
