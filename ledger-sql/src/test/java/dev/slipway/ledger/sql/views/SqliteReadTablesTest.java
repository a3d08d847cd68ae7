package dev.slipway.ledger.sql.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.Scope;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.views.MemoryReadTables;
import dev.slipway.views.Query;
import dev.slipway.views.ReadTables;
import dev.slipway.views.ReadTablesContract;
import dev.slipway.views.Story;
import dev.slipway.views.Table;
import dev.slipway.views.Tables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteReadTablesTest extends ReadTablesContract {

  @TempDir private Path folder;
  private final List<SqliteReadTables> opened = new ArrayList<>();

  @Override
  protected ReadTables tables() {
    return open("views-" + opened.size() + ".db");
  }

  private SqliteReadTables open(String file) {
    SqliteReadTables tables = new SqliteReadTables(folder.resolve(file), Runnable::run);
    opened.add(tables);
    return tables;
  }

  @AfterEach
  void close() {
    opened.forEach(SqliteReadTables::close);
  }

  private static Story story() {
    Story story = new Story(Organisation.MAIN).declared();
    story.pushed(1);
    Position order = story.ordered(1, 1);
    story.converged(order).write(new RolloutSettled(Story.delivery(1)));
    return story;
  }

  @Test
  void a_file_opened_again_goes_on_where_it_was() {
    Story story = story();
    SqliteReadTables first = open("again.db");
    first.take(story.written());
    first.close();
    opened.clear();
    SqliteReadTables second = open("again.db");
    assertThat(second.position()).isEqualTo(story.written().getLast().position());
    assertThat(second.find(Organisation.MAIN, Tables.DELIVERIES, "shop/staging#1")).isPresent();
  }

  @Test
  void a_file_of_another_form_starts_afresh() throws SQLException {
    SqliteReadTables first = open("form.db");
    first.take(story().written());
    first.close();
    opened.clear();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("form.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 999");
    }
    assertThat(open("form.db").position()).isEqualTo(Position.START);
  }

  @Test
  void every_row_is_what_memory_holds() {
    Story story = story();
    ReadTables memory = new MemoryReadTables();
    memory.take(story.written());
    SqliteReadTables file = open("same.db");
    file.take(story.written());
    for (Table<?> table : Tables.ALL) {
      assertThat(file.list(Organisation.MAIN, table, Query.first(100)))
          .isEqualTo(memory.list(Organisation.MAIN, table, Query.first(100)));
    }
  }

  @Test
  void pages_are_the_same_whether_or_not_everything_is_visible() {
    Story story = story();
    SqliteReadTables file = open("pages.db");
    file.take(story.written());
    Query some = Query.first(3).after(Optional.empty());
    Query judged = some.visibleTo(Optional.of((Scope any) -> true));
    assertThat(file.list(Organisation.MAIN, Tables.ENTRIES, some))
        .isEqualTo(file.list(Organisation.MAIN, Tables.ENTRIES, judged));
  }

  @Test
  void many_entries_are_written_without_being_asked_for() {
    Story story = new Story(Organisation.MAIN).declared();
    for (int n = 1; n <= 200; n++) {
      story.pushed(n);
    }
    SqliteReadTables tables = open("many.db");
    story.written().forEach(entry -> tables.take(List.of(entry)));
    assertThat(tables.list(Organisation.MAIN, Tables.SHIPMENTS, Query.first(1)).total())
        .isEqualTo(200);
  }
}
