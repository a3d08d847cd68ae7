package dev.slipway.app.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.server.DataFolder;
import dev.slipway.app.server.LedgerCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

  @TempDir private Path folder;

  @Test
  void a_rehearsal_ends_by_itself_and_leaves_a_sound_ledger() throws Exception {
    Rehearsal.in(folder.resolve("rehearsal"));

    assertThat(
            LedgerCheck.of(new DataFolder(folder.resolve("rehearsal").resolve("data"))).sentence())
        .startsWith("The ledger is sound");
  }
}
