package dev.slipway.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.codec.Checkpoint;
import dev.slipway.codec.Checkpoints;
import dev.slipway.codec.Digests;
import dev.slipway.ledger.Appended;
import dev.slipway.ledger.contract.Drafts;
import dev.slipway.ledger.contract.SteppedClock;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlStoreTest {

  @TempDir private Path folder;

  private OpenStore open() {
    return new OpenStore(folder, new SteppedClock());
  }

  @Test
  void a_second_store_on_the_same_folder_is_refused_with_its_name() {
    try (OpenStore first = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(FolderInUse.class)
          .hasMessageContaining(folder.toString());
      assertThat(first.get().ledger().head()).isEqualTo(Position.START);
    }
    open().close();
  }

  @Test
  void what_arrives_while_a_group_is_written_becomes_one_group() throws InterruptedException {
    try (OpenStore store = open()) {
      CountDownLatch inFollower = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      store
          .get()
          .ledger()
          .follow(
              Position.START,
              entries -> {
                if (entries.getFirst().position().value() == 1) {
                  inFollower.countDown();
                  awaitUninterrupted(goOn);
                }
              });
      CompletableFuture<Appended> first = append(store, "first");
      inFollower.await();
      long before = store.writes.of(DurableWrites.What.COMMIT);
      List<CompletableFuture<Appended>> others =
          IntStream.range(0, 100).mapToObj(i -> append(store, "app-" + i)).toList();
      goOn.countDown();
      first.join();
      others.forEach(CompletableFuture::join);

      assertThat(store.writes.of(DurableWrites.What.COMMIT) - before).isEqualTo(1);
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CompletableFuture<Appended> append(OpenStore store, String application) {
    return store.get().ledger().append(Drafts.batch(application)).toCompletableFuture();
  }

  @Test
  void closing_signs_the_last_head_into_a_file() throws IOException {
    try (OpenStore store = open()) {
      append(store, "a").join();
    }
    String note = Files.readString(folder.resolve("heads/latest"));

    assertThat(Checkpoints.open(note, OpenStore.ORIGIN, OpenStore.KEY.publicKey()))
        .map(Checkpoint::size)
        .contains(1L);
  }

  @Test
  void after_closing_appends_fail_and_say_so() {
    OpenStore store = open();
    store.close();

    assertThatThrownBy(() -> append(store, "a").join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(StoreFailed.class);
  }

  @Test
  void a_database_of_a_newer_slipway_is_refused_and_left_alone() throws SQLException {
    open().close();
    try (Connection connection = Sqlite.writing(folder.resolve("ledger.db"))) {
      Sqlite.execute(connection, "PRAGMA user_version = 99");
    }

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining("schema 99");
  }

  @Test
  void a_damaged_blob_fails_at_its_end() throws IOException {
    try (OpenStore store = open()) {
      byte[] content = "some bytes".getBytes(StandardCharsets.UTF_8);
      Digest digest = store.get().blobs().keep(out -> out.write(content));
      assertThat(digest).isEqualTo(Digests.sha256(content));
      Files.writeString(
          folder.resolve("blobs").resolve(digest.hex().substring(0, 2)).resolve(digest.hex()),
          "SOME bytes");

      try (InputStream in = store.get().blobs().open(digest).orElseThrow()) {
        assertThatThrownBy(in::readAllBytes)
            .isInstanceOf(IOException.class)
            .hasMessageContaining("damaged");
      }
    }
  }

  @Test
  void a_blob_has_a_largest_size_and_what_is_larger_leaves_nothing() throws IOException {
    FolderBlobs blobs = new FolderBlobs(folder.resolve("b"), 10, DurableWrites.UNOBSERVED);

    assertThatThrownBy(() -> blobs.keep(out -> out.write(new byte[11])))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("larger than 10 bytes");
    assertThat(blobs.all()).isEmpty();
    blobs.keep(out -> out.write(new byte[10]));
    assertThat(blobs.all()).hasSize(1);
  }
}
