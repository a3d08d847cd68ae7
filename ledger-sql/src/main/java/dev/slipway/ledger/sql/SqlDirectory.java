package dev.slipway.ledger.sql;

import dev.slipway.ledger.Directory;
import dev.slipway.ledger.FeedbackBox;
import dev.slipway.ledger.JoinShown;
import dev.slipway.ledger.People;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The directory in the ledger's database; a change is durable when its method returns. */
final class SqlDirectory implements Directory {

  /** Somebody whom nobody has named is shown by the id. */
  private static final String KNOWN =
      "SELECT who.organisation, who.actor, coalesce(name, who.actor) FROM %s who"
          + " LEFT JOIN actor_name USING (organisation, actor) WHERE hash = ?";

  private static final String BY_TOKEN = KNOWN.formatted("token");
  private static final String BY_SESSION = KNOWN.formatted("session") + " AND expires_at > ?";
  private static final String BY_LOGIN = KNOWN.formatted("login") + " AND expires_at > ?";

  private final Writer writer;
  private final Readers readers;

  SqlDirectory(Writer writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public void name(Organisation organisation, ActorId actor, String name) {
    change(
        "INSERT INTO actor_name (organisation, actor, name) VALUES (?, ?, ?)"
            + " ON CONFLICT DO UPDATE SET name = excluded.name",
        organisation.value(),
        actor.value(),
        name);
  }

  @Override
  public People people() {
    return new SqlPeople(writer, readers);
  }

  @Override
  public FeedbackBox feedback() {
    return new SqlFeedbackBox(writer, readers);
  }

  @Override
  public List<Known> actors(Organisation organisation) {
    return rows(
        "SELECT organisation, actor, name FROM actor_name WHERE organisation = ? ORDER BY actor",
        SqlDirectory::known,
        organisation.value());
  }

  @Override
  public void grantToken(
      Organisation organisation, ActorId actor, Digest secretHash, Instant createdAt) {
    change(
        "INSERT INTO token (hash, organisation, actor, created_at) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT DO UPDATE SET organisation = excluded.organisation,"
            + " actor = excluded.actor, created_at = excluded.created_at",
        secretHash.value(),
        organisation.value(),
        actor.value(),
        createdAt.toEpochMilli());
  }

  @Override
  public void withdrawToken(Organisation organisation, ActorId actor) {
    change(
        "DELETE FROM token WHERE organisation = ? AND actor = ?",
        organisation.value(),
        actor.value());
  }

  @Override
  public Optional<Known> byToken(Digest secretHash) {
    return first(rows(BY_TOKEN, SqlDirectory::known, secretHash.value()));
  }

  @Override
  public void openSession(
      Digest secretHash, Organisation organisation, ActorId actor, Instant expiresAt) {
    change(
        "INSERT INTO session (hash, organisation, actor, expires_at) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT DO UPDATE SET organisation = excluded.organisation,"
            + " actor = excluded.actor, expires_at = excluded.expires_at",
        secretHash.value(),
        organisation.value(),
        actor.value(),
        expiresAt.toEpochMilli());
  }

  @Override
  public Optional<Known> bySession(Digest secretHash, Instant now) {
    return first(rows(BY_SESSION, SqlDirectory::known, secretHash.value(), now.toEpochMilli()));
  }

  @Override
  public void closeSession(Digest secretHash) {
    change("DELETE FROM session WHERE hash = ?", secretHash.value());
  }

  @Override
  public void offerLogin(
      Digest secretHash, Organisation organisation, ActorId actor, Instant expiresAt) {
    change(
        "INSERT INTO login (hash, organisation, actor, expires_at) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT DO UPDATE SET organisation = excluded.organisation,"
            + " actor = excluded.actor, expires_at = excluded.expires_at",
        secretHash.value(),
        organisation.value(),
        actor.value(),
        expiresAt.toEpochMilli());
  }

  @Override
  public Optional<Known> takeLogin(Digest secretHash, Instant now) {
    return writer.call(connection -> {
      List<Known> found =
          Statements.rows(
              connection, BY_LOGIN, SqlDirectory::known, secretHash.value(), now.toEpochMilli());
      // What has expired goes with it, sessions too, so that nothing piles up.
      Statements.change(
          connection,
          "DELETE FROM login WHERE hash = ? OR expires_at <= ?",
          secretHash.value(),
          now.toEpochMilli());
      Statements.change(
          connection, "DELETE FROM session WHERE expires_at <= ?", now.toEpochMilli());
      return first(found);
    });
  }

  @Override
  public void offerJoin(
      Digest secretHash, Organisation organisation, TargetId target, Instant expiresAt) {
    change(
        "INSERT INTO join_offer (hash, organisation, environment, target, expires_at)"
            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
            + " organisation = excluded.organisation, environment = excluded.environment,"
            + " target = excluded.target, expires_at = excluded.expires_at, used = 0",
        secretHash.value(),
        organisation.value(),
        target.environment().value(),
        target.target().value(),
        expiresAt.toEpochMilli());
  }

  @Override
  public JoinShown takeJoin(Digest secretHash, Instant now, Predicate<TargetId> wanted) {
    return writer.call(connection -> {
      Statements.change(
          connection,
          "DELETE FROM join_offer WHERE expires_at <= ?",
          now.minus(JOIN_REMEMBERED_FOR).toEpochMilli());
      List<JoinShown> found =
          Statements.rows(
              connection,
              "SELECT organisation, environment, target, expires_at, used FROM join_offer"
                  + " WHERE hash = ?",
              row -> joinShown(row, now, wanted),
              secretHash.value());
      JoinShown shown = first(found).orElseGet(JoinShown.Unknown::new);
      if (shown instanceof JoinShown.Taken) {
        Statements.change(
            connection, "UPDATE join_offer SET used = 1 WHERE hash = ?", secretHash.value());
      }
      return shown;
    });
  }

  @Override
  public void shareSecret(Organisation organisation, String hook, String kind, Bytes secret) {
    int changed =
        change(
            "INSERT INTO hook (id, organisation, kind, secret) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO UPDATE SET kind = excluded.kind, secret = excluded.secret"
                + " WHERE organisation = excluded.organisation",
            hook,
            organisation.value(),
            kind,
            secret.toArray());
    if (changed == 0) {
      throw new IllegalArgumentException("This hook id is taken");
    }
  }

  @Override
  public Optional<Hook> hook(String hook) {
    return first(
        rows(
            "SELECT organisation, id, kind, secret FROM hook WHERE id = ?",
            SqlDirectory::hook,
            hook));
  }

  @Override
  public List<Hook> hooks(Organisation organisation) {
    return rows(
        "SELECT organisation, id, kind, secret FROM hook WHERE organisation = ? ORDER BY id",
        SqlDirectory::hook,
        organisation.value());
  }

  @Override
  public void removeHook(Organisation organisation, String hook) {
    change("DELETE FROM hook WHERE id = ? AND organisation = ?", hook, organisation.value());
  }

  private int change(String sql, Object... parameters) {
    return writer.call(connection -> Statements.change(connection, sql, parameters));
  }

  private <T> List<T> rows(String sql, Statements.Row<T> row, Object... parameters) {
    return readers.ask(connection -> Statements.rows(connection, sql, row, parameters));
  }

  private static <T> Optional<T> first(List<T> rows) {
    return rows.stream().findFirst();
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(
        new Organisation(row.getString(1)), new ActorId(row.getString(2)), row.getString(3));
  }

  private static JoinShown joinShown(ResultSet row, Instant now, Predicate<TargetId> wanted)
      throws SQLException {
    JoinShown.Join join =
        new JoinShown.Join(
            new Organisation(row.getString(1)),
            new TargetId(new EnvironmentName(row.getString(2)), new TargetName(row.getString(3))));
    boolean expired = row.getLong(4) <= now.toEpochMilli();
    return JoinShown.of(join, row.getBoolean(5), expired, wanted);
  }

  private static Hook hook(ResultSet row) throws SQLException {
    return new Hook(
        new Organisation(row.getString(1)),
        row.getString(2),
        row.getString(3),
        Bytes.of(row.getBytes(4)));
  }
}
