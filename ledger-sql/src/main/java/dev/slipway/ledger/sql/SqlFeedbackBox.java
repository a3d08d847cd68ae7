package dev.slipway.ledger.sql;

import dev.slipway.ledger.FeedbackBox;
import dev.slipway.model.ActorId;
import dev.slipway.model.ClientPage;
import dev.slipway.model.Feedback;
import dev.slipway.model.Organisation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Feedback in the ledger's database; a change is durable when its method returns. */
final class SqlFeedbackBox implements FeedbackBox {

  private static final String KEPT =
      "SELECT number, id, actor, at, page, text, version FROM feedback WHERE organisation = ?";

  private final Writer writer;
  private final Readers readers;

  SqlFeedbackBox(Writer writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public Feedback keep(Organisation organisation, Feedback feedback, int atMost) {
    return writer.call(connection -> {
      Statements.change(
          connection,
          "INSERT INTO feedback (organisation, id, actor, at, page, text, version)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organisation, id) DO NOTHING",
          organisation.value(),
          feedback.id(),
          feedback.by().value(),
          feedback.at().toEpochMilli(),
          feedback.page().value(),
          feedback.text(),
          feedback.version());
      Statements.change(
          connection,
          "DELETE FROM feedback WHERE organisation = ? AND number <= (SELECT number FROM feedback"
              + " WHERE organisation = ? ORDER BY number DESC LIMIT 1 OFFSET ?)",
          organisation.value(),
          organisation.value(),
          atMost);
      return Statements.rows(
              connection,
              KEPT + " AND id = ?",
              SqlFeedbackBox::kept,
              organisation.value(),
              feedback.id())
          .getFirst()
          .feedback();
    });
  }

  @Override
  public List<Kept> newest(Organisation organisation, Optional<Long> before, int limit) {
    return readers.ask(connection ->
        Statements.rows(
            connection,
            KEPT + " AND number < ? ORDER BY number DESC LIMIT ?",
            SqlFeedbackBox::kept,
            organisation.value(),
            before.orElse(Long.MAX_VALUE),
            limit));
  }

  @Override
  public long count(Organisation organisation) {
    return readers
        .ask(connection ->
            Statements.rows(
                connection,
                "SELECT count(*) FROM feedback WHERE organisation = ?",
                row -> row.getLong(1),
                organisation.value()))
        .getFirst();
  }

  @Override
  public boolean remove(Organisation organisation, String id) {
    return writer.call(connection ->
        Statements.change(
            connection,
            "DELETE FROM feedback WHERE organisation = ? AND id = ?",
            organisation.value(),
            id))
        > 0;
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getLong(1),
        new Feedback(
            row.getString(2),
            new ActorId(row.getString(3)),
            Instant.ofEpochMilli(row.getLong(4)),
            new ClientPage(row.getString(5)),
            row.getString(6),
            row.getString(7)));
  }
}
