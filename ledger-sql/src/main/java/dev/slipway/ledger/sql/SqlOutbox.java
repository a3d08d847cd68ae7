package dev.slipway.ledger.sql;

import dev.slipway.ledger.Outbox;
import dev.slipway.model.NotificationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far receivers were told, a row each. Thread-safe. */
final class SqlOutbox implements Outbox {

  private static final String COLUMNS =
      "up_to, ahead, tries, failing_since, failed_at, failure, last_sent, left_out";

  private final Writer writer;
  private final Readers readers;

  /** One process at a time has the folder, so whoever had a receiver before has it no more. */
  SqlOutbox(Connection connection, Writer writer, Readers readers) throws SQLException {
    this.writer = writer;
    this.readers = readers;
    int _ = Statements.change(connection, "UPDATE outbox SET process = ''");
  }

  @Override
  public Map<Place, Kept> all() {
    return readers.ask(connection -> {
      Map<Place, Kept> all = new HashMap<>();
      Statements.rows(
              connection,
              "SELECT " + COLUMNS + ", organisation, notification FROM outbox",
              row ->
                  Map.entry(
                      new Place(
                          new Organisation(row.getString(9)),
                          new NotificationName(row.getString(10))),
                      kept(row)))
          .forEach(row -> all.put(row.getKey(), row.getValue()));
      return Map.copyOf(all);
    });
  }

  @Override
  public Claim claim(Place place, Kept fresh, String process, Optional<Long> stood) {
    return writer.call(connection -> {
      insert(connection, place, fresh, process);
      int taken =
          Statements.change(
              connection,
              "UPDATE outbox SET process = ?, count = count + 1"
                  + " WHERE organisation = ? AND notification = ?"
                  + " AND (process = ? OR process = '' OR count = ?)",
              process,
              place.organisation().value(),
              place.notification().value(),
              process,
              stood.orElse(-1L));
      return claimed(connection, place, taken > 0);
    });
  }

  private static void insert(Connection connection, Place place, Kept fresh, String process)
      throws SQLException {
    Statements.change(
        connection,
        "INSERT INTO outbox (organisation, notification, process, count, up_to, ahead, tries,"
            + " left_out) VALUES (?, ?, ?, 0, ?, '', 0, 0) ON CONFLICT DO NOTHING",
        place.organisation().value(),
        place.notification().value(),
        process,
        fresh.upTo().value());
  }

  private static Claim claimed(Connection connection, Place place, boolean taken)
      throws SQLException {
    List<Claim> rows =
        Statements.rows(
            connection,
            "SELECT " + COLUMNS + ", count FROM outbox WHERE organisation = ? AND notification = ?",
            row -> taken ? new Claim.Taken(kept(row)) : new Claim.Held(row.getLong(9), kept(row)),
            place.organisation().value(),
            place.notification().value());
    return rows.getFirst();
  }

  @Override
  public boolean keep(Place place, Kept kept, String process) {
    return writer.call(connection -> {
      Object[] values = {
        kept.upTo().value(),
        text(kept.ahead()),
        kept.tries(),
        millis(kept.failingSince()),
        millis(kept.failure().map(Failure::at)),
        kept.failure().map(Failure::because).orElse(null),
        millis(kept.lastSent()),
        kept.leftOut(),
        place.organisation().value(),
        place.notification().value(),
        process
      };
      return Statements.change(
              connection,
              "UPDATE outbox SET count = count + 1, up_to = ?, ahead = ?, tries = ?, failing_since = ?,"
                  + " failed_at = ?, failure = ?, last_sent = ?, left_out = ?"
                  + " WHERE organisation = ? AND notification = ? AND process = ?",
              values)
          > 0;
    });
  }

  @Override
  public void forget(Place place) {
    writer.call(connection ->
        Statements.change(
            connection,
            "DELETE FROM outbox WHERE organisation = ? AND notification = ?",
            place.organisation().value(),
            place.notification().value()));
  }

  private static Kept kept(ResultSet row) throws SQLException {
    Optional<Instant> failedAt = instant(row, 5);
    Optional<String> failure = Optional.ofNullable(row.getString(6));
    return new Kept(
        new Position(row.getLong(1)),
        positions(row.getString(2)),
        row.getInt(3),
        instant(row, 4),
        failedAt.flatMap(at -> failure.map(because -> new Failure(at, because))),
        instant(row, 7),
        row.getInt(8));
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static @Nullable Object millis(Optional<Instant> at) {
    return at.<Object>map(Instant::toEpochMilli).orElse(null);
  }

  private static String text(SortedSet<Position> positions) {
    return positions.stream()
        .map(position -> Long.toString(position.value()))
        .collect(Collectors.joining(" "));
  }

  private static SortedSet<Position> positions(String text) {
    SortedSet<Position> positions = new TreeSet<>();
    for (String each : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      positions.add(new Position(Long.parseLong(each)));
    }
    return positions;
  }
}
