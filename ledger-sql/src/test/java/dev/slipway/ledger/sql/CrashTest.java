package dev.slipway.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.Snapshots.Snapshot;
import dev.slipway.ledger.contract.Drafts;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real process (SIGKILL) before and after each of its durable writes. */
class CrashTest {

  @TempDir private Path folder;

  @Test
  void whatever_the_moment_nothing_confirmed_is_lost_and_the_rest_goes_on() throws Exception {
    List<String> said = List.of();
    int moment = 0;
    while (!said.contains("ended")) {
      moment++;
      Path place = Files.createDirectory(folder.resolve("moment-" + moment));
      said = runUntilKilled(place, moment);
      assertNothingConfirmedIsLost(place, said);
      assertASnapshotIsWholeOrAbsent(place, said);
      assertTheRestGoesOn(place);
    }

    // Three commits, a snapshot's, a blob's content and name, and the last head's commit, content
    // and name.
    assertThat(moment - 1).as("moments").isEqualTo(2 * 9);
  }

  private static List<String> runUntilKilled(Path place, int moment) throws IOException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CrashChild.class.getName(),
                place.toString(),
                Integer.toString(moment))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader lines = child.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (line.equals("standing")) {
          // Through the handle, for the process itself would close what is being read.
          child.toHandle().destroyForcibly();
        }
      }
    }
    child.onExit().join();
    return said;
  }

  private static void assertNothingConfirmedIsLost(Path place, List<String> said)
      throws IOException {
    long confirmed = said.stream().filter(line -> line.startsWith("committed")).count();
    Verified verified = Verify.of(place, OpenStore.ORIGIN, List.of(OpenStore.KEY.publicKey()));

    assertThat(verified)
        .isInstanceOfSatisfying(
            Verified.Sound.class,
            sound -> assertThat(sound.now().size()).isBetween(confirmed, confirmed + 1));
    FolderBlobs blobs = new FolderBlobs(place.resolve("blobs"), 1000, DurableWrites.UNOBSERVED);
    for (String line : said) {
      if (line.startsWith("kept ")) {
        assertThat(blobs.has(new Digest(line.substring("kept ".length())))).isTrue();
      }
    }
  }

  private static void assertASnapshotIsWholeOrAbsent(Path place, List<String> said) {
    try (OpenStore store = new OpenStore(place, InstantSource.system())) {
      Optional<Snapshot> snapshot = store.get().snapshots().newest();
      assertThat(snapshot.map(Snapshot::content).stream())
          .allMatch(Bytes.ofUtf8("folded")::equals)
          .hasSizeGreaterThanOrEqualTo(said.contains("pictured") ? 1 : 0);
    }
  }

  private static void assertTheRestGoesOn(Path place) throws IOException {
    try (OpenStore store = new OpenStore(place, InstantSource.system())) {
      for (int i = 0; i < 3; i++) {
        store.get().ledger().append(Drafts.keyed("app", "key-" + i)).toCompletableFuture().join();
      }
      assertThat(store.get().ledger().head().value()).isEqualTo(3);
    }
  }
}
