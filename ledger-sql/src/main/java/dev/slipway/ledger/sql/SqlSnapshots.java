package dev.slipway.ledger.sql;

import dev.slipway.ledger.Snapshots;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import java.util.Optional;

/** The newest snapshot in the database, where a transaction replaces it whole. Thread-safe. */
final class SqlSnapshots implements Snapshots {

  private final Writer writer;
  private final Readers readers;

  SqlSnapshots(Writer writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public Optional<Snapshot> newest() {
    return readers.ask(connection ->
        Statements.rows(
                connection,
                "SELECT position, entry, fold, content FROM snapshot",
                row ->
                    new Snapshot(
                        new Position(row.getLong(1)),
                        new Digest(row.getString(2)),
                        new Digest(row.getString(3)),
                        Bytes.of(row.getBytes(4))))
            .stream()
            .findFirst());
  }

  @Override
  public void keep(Snapshot snapshot) {
    writer.call(connection ->
        Statements.change(
            connection,
            "INSERT INTO snapshot (one, position, entry, fold, content) VALUES (1, ?, ?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET position = excluded.position,"
                + " entry = excluded.entry, fold = excluded.fold, content = excluded.content",
            snapshot.at().value(),
            snapshot.entry().value(),
            snapshot.fold().value(),
            snapshot.content().toArray()));
  }

  @Override
  public void drop() {
    writer.call(connection -> Statements.change(connection, "DELETE FROM snapshot"));
  }
}
