package dev.slipway.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.codec.Checkpoint;
import dev.slipway.ledger.Appended;
import dev.slipway.ledger.contract.Drafts;
import dev.slipway.ledger.contract.SteppedClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger goes on after its end, from whichever edge it was found. */
class LedgerEndTest {

  @TempDir private Path folder;

  private void append(String... applications) {
    try (OpenStore store = new OpenStore(folder, new SteppedClock())) {
      for (String application : applications) {
        store.get().ledger().append(Drafts.batch(application)).toCompletableFuture().join();
      }
    }
  }

  private Checkpoint sound() {
    Verified verified = Verify.of(folder, OpenStore.ORIGIN, List.of(OpenStore.KEY.publicKey()));
    assertThat(verified).isInstanceOf(Verified.Sound.class);
    return ((Verified.Sound) verified).now();
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = Sqlite.writing(folder.resolve("ledger.db"))) {
      Sqlite.execute(connection, sql);
    }
  }

  @Test
  void what_is_added_after_each_opening_fits_to_what_was_there() {
    append("a", "b", "c");
    append("a", "d");
    append();
    append("e");

    assertThat(sound().size()).isEqualTo(6);
  }

  @Test
  void the_version_of_every_stream_is_known() {
    append("a", "b", "a", "c");
    try (OpenStore store = new OpenStore(folder, new SteppedClock())) {
      assertThat(appended(store, "a", 3)).isInstanceOf(Appended.Committed.class);
      assertThat(appended(store, "b", 2)).isInstanceOf(Appended.Committed.class);
      assertThat(appended(store, "c", 3)).isInstanceOf(Appended.Conflict.class);
      assertThat(appended(store, "d", 0)).isInstanceOf(Appended.Committed.class);
    }
  }

  private static Appended appended(OpenStore store, String application, long version) {
    return store
        .get()
        .ledger()
        .append(Drafts.guarded(application, version))
        .toCompletableFuture()
        .join();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM edge",
        "UPDATE edge SET hashes = zeroblob(64)",
        "UPDATE edge SET hashes = zeroblob(3)",
        "UPDATE edge SET size = 2",
        "UPDATE head SET note = 'nobody signed this'"
      })
  void an_edge_that_no_head_vouches_for_is_made_again_from_the_entries(String damage)
      throws SQLException {
    append("a", "b", "c");
    change(damage);
    append("d");

    change("DELETE FROM head WHERE note LIKE 'nobody%'");
    assertThat(sound().size()).isEqualTo(4);
  }
}
