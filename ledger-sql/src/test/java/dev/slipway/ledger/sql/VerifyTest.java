package dev.slipway.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.codec.Checkpoint;
import dev.slipway.codec.Checkpoints;
import dev.slipway.codec.Digests;
import dev.slipway.codec.Leaf;
import dev.slipway.codec.SigningKey;
import dev.slipway.ledger.contract.Drafts;
import dev.slipway.ledger.contract.SteppedClock;
import dev.slipway.model.PublicKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to the database behind the ledger's back is found, and where. */
class VerifyTest {

  private static final List<PublicKey> KEYS = List.of(OpenStore.KEY.publicKey());

  @TempDir private Path folder;

  @BeforeEach
  void write_seven_entries_and_close() {
    SteppedClock clock = new SteppedClock();
    try (OpenStore store = new OpenStore(folder, clock)) {
      store.get().ledger().append(Drafts.batch("a", "b", "c")).toCompletableFuture().join();
      store.reopened();
      clock.set(clock.instant().plusSeconds(1));
      store.get().ledger().append(Drafts.batch("d", "e", "f", "g")).toCompletableFuture().join();
    }
  }

  private Verified verify() {
    return Verify.of(folder, OpenStore.ORIGIN, KEYS);
  }

  private void tamper(String... statements) throws SQLException {
    try (Connection connection = Sqlite.writing(folder.resolve(SqlStore.DATABASE))) {
      for (String trigger :
          List.of("entry_is_never_changed", "entry_is_never_removed", "entry_comes_last")) {
        Sqlite.execute(connection, "DROP TRIGGER IF EXISTS " + trigger);
      }
      for (String statement : statements) {
        Sqlite.execute(connection, statement);
      }
    }
  }

  private void assertBroken(long position, String code) {
    assertThat(verify())
        .isInstanceOfSatisfying(
            Verified.Broken.class,
            broken -> {
              assertThat(broken.first().value()).isEqualTo(position);
              assertThat(broken.because().code()).isEqualTo(code);
            });
  }

  @Test
  void a_ledger_that_nobody_touched_is_sound() {
    assertThat(verify())
        .isInstanceOfSatisfying(
            Verified.Sound.class,
            sound -> {
              assertThat(sound.now().size()).isEqualTo(7);
              assertThat(sound.signed()).isEqualTo(7);
            });
  }

  @ParameterizedTest
  @CsvSource({"1", "4", "7"})
  void a_change_of_any_column_is_found_where_it_is(long position) throws Exception {
    for (String change :
        List.of(
            "at = at + 1",
            "stream = stream || 'x'",
            "type = 'head-moved'",
            "actor = 'mallory'",
            "cause = 1",
            "previous = 'sha256:' || substr(hex(zeroblob(32)), 1, 63) || '1'",
            "leaf = 'sha256:' || substr(hex(zeroblob(32)), 1, 63) || '1'",
            "body = CAST(replace(CAST(body AS TEXT), '\"slipway\"', '\"mallory\"') AS BLOB)",
            "body = x''")) {
      Path copy = Files.copy(folder.resolve("ledger.db"), folder.resolve("before.db"));
      tamper("UPDATE entry SET " + change + " WHERE position = " + position);

      assertThat(verify())
          .as(change)
          .isInstanceOfSatisfying(
              Verified.Broken.class,
              broken -> assertThat(broken.first().value()).isEqualTo(position));
      restore(copy);
    }
  }

  private void restore(Path copy) throws IOException {
    for (String file : List.of("ledger.db", "ledger.db-wal", "ledger.db-shm")) {
      Files.deleteIfExists(folder.resolve(file));
    }
    Files.move(copy, folder.resolve("ledger.db"));
    assertThat(verify()).isInstanceOf(Verified.Sound.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4, 6})
  void a_removed_entry_is_missed(long position) throws SQLException {
    tamper("DELETE FROM entry WHERE position = " + position);
    assertBroken(position, "entry-missing");
  }

  @Test
  void a_removed_entry_whose_followers_moved_up_is_missed() throws SQLException {
    tamper(
        "DELETE FROM entry WHERE position = 4",
        "UPDATE entry SET position = position - 1 WHERE position > 4");
    assertBroken(4, "entry-moved");
  }

  @Test
  void swapped_entries_are_found() throws SQLException {
    tamper(
        "UPDATE entry SET position = 100 WHERE position = 3",
        "UPDATE entry SET position = 3 WHERE position = 5",
        "UPDATE entry SET position = 5 WHERE position = 100");
    assertBroken(3, "entry-moved");
  }

  @Test
  void an_entry_that_was_rewritten_with_its_hash_breaks_the_chain_after_it() throws Exception {
    rewrite(4);
    assertBroken(5, "chain-broken");
  }

  @Test
  void a_last_entry_that_was_rewritten_with_its_hash_differs_from_the_signed_head()
      throws Exception {
    rewrite(7);
    assertBroken(7, "head-differs");
  }

  private void rewrite(long position) throws SQLException {
    tamper();
    try (Connection connection = Sqlite.writing(folder.resolve("ledger.db"))) {
      byte[] body =
          Statements.rows(
                  connection,
                  "SELECT replace(CAST(body AS TEXT), '\"slipway\"', '\"mallory\"') FROM entry"
                      + " WHERE position = ?",
                  row -> row.getString(1),
                  position)
              .getFirst()
              .getBytes(StandardCharsets.UTF_8);
      Statements.change(
          connection,
          "UPDATE entry SET body = ?, leaf = ?, actor = 'mallory' WHERE position = ?",
          body,
          Leaf.hash(body).value(),
          position);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 5, 1})
  void a_cut_tail_is_missed_even_when_the_heads_in_the_database_are_cut_too(long first)
      throws SQLException {
    tamper(
        "DELETE FROM entry WHERE position >= " + first, "DELETE FROM head WHERE size >= " + first);
    assertBroken(first, "tail-missing");
  }

  @Test
  void a_store_with_a_cut_tail_does_not_open() throws SQLException {
    tamper("DELETE FROM entry WHERE position > 5", "DELETE FROM head WHERE size > 5");

    assertThatThrownBy(() -> new OpenStore(folder, new SteppedClock()).close())
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining("ends at entry 5")
        .hasMessageContaining("7 entries were signed");
  }

  @Test
  void a_head_of_another_key_is_none() throws IOException {
    byte[] seed = new byte[32];
    Arrays.fill(seed, (byte) 7);
    Checkpoint checkpoint = new Checkpoint(OpenStore.ORIGIN, 7, Digests.sha256(new byte[] {1}));
    Files.writeString(
        folder.resolve("heads/latest"),
        Checkpoints.sign(checkpoint, OpenStore.ORIGIN, SigningKey.of(seed)));

    assertBroken(0, "head-not-genuine");
  }

  @Test
  void a_changed_head_in_the_database_is_none() throws SQLException {
    tamper("UPDATE head SET note = replace(note, '\n7\n', '\n8\n') WHERE size = 7");
    assertBroken(7, "head-not-genuine");
  }

  @Test
  void the_database_itself_refuses_to_change_or_remove_entries() throws SQLException {
    try (Connection connection = Sqlite.writing(folder.resolve("ledger.db"))) {
      for (String statement :
          List.of(
              "UPDATE entry SET actor = 'mallory' WHERE position = 3",
              "DELETE FROM entry WHERE position = 7",
              "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE position = 7")) {
        assertThatThrownBy(() -> Sqlite.execute(connection, statement))
            .as(statement)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("entries are");
      }
    }
  }
}
