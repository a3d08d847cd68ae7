package dev.slipway.ledger.sql;

import dev.slipway.ledger.People;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** People in the ledger's database; a change is durable when its method returns. */
final class SqlPeople implements People {

  private final Writer writer;
  private final Readers readers;

  SqlPeople(Writer writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public void link(Organisation organisation, Handle handle, ActorId person) {
    change(
        "INSERT INTO person_link (organisation, kind, handle, person) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT DO UPDATE SET person = excluded.person",
        organisation.value(),
        kind(handle),
        handle.value(),
        person.value());
  }

  @Override
  public Optional<ActorId> person(Organisation organisation, Handle handle) {
    return readers
        .ask(connection ->
            Statements.rows(
                connection,
                "SELECT kind, handle, person FROM person_link"
                    + " WHERE organisation = ? AND kind = ? AND handle = ?",
                SqlPeople::linked,
                organisation.value(),
                kind(handle),
                handle.value()))
        .stream()
        .map(Link::person)
        .findFirst();
  }

  @Override
  public List<Link> links(Organisation organisation) {
    return readers.ask(connection ->
        Statements.rows(
            connection,
            "SELECT kind, handle, person FROM person_link WHERE organisation = ?"
                + " ORDER BY person, kind, handle",
            SqlPeople::linked,
            organisation.value()));
  }

  @Override
  public void forget(Organisation organisation, ActorId person) {
    writer.call(connection -> {
      Statements.change(
          connection,
          "DELETE FROM actor_name WHERE organisation = ? AND actor = ?",
          organisation.value(),
          person.value());
      return Statements.change(
          connection,
          "DELETE FROM person_link WHERE organisation = ? AND person = ?",
          organisation.value(),
          person.value());
    });
  }

  private void change(String sql, Object... parameters) {
    writer.call(connection -> Statements.change(connection, sql, parameters));
  }

  private static String kind(Handle handle) {
    return handle.kind().name().toLowerCase(Locale.ROOT);
  }

  private static Link linked(ResultSet row) throws SQLException {
    Handle.Kind kind = Handle.Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT));
    return new Link(new Handle(kind, row.getString(2)), new ActorId(row.getString(3)));
  }
}
