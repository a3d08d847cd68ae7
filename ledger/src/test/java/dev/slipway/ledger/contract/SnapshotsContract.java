package dev.slipway.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.codec.Digests;
import dev.slipway.ledger.Snapshots;
import dev.slipway.ledger.Snapshots.Snapshot;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every keeper of snapshots does. */
public abstract class SnapshotsContract {

  protected abstract Snapshots snapshots();

  /** Closes the snapshots and opens them again from what they kept. */
  protected abstract Snapshots reopened();

  @Test
  void at_first_there_is_none() {
    assertThat(snapshots().newest()).isEmpty();
    assertThat(reopened().newest()).isEmpty();
  }

  @Test
  void the_newest_takes_the_place_of_the_one_before() {
    snapshots().keep(snapshot(3));
    snapshots().keep(snapshot(7));

    assertThat(snapshots().newest()).isEqualTo(Optional.of(snapshot(7)));
    assertThat(reopened().newest()).isEqualTo(Optional.of(snapshot(7)));
  }

  @Test
  void what_was_dropped_is_gone() {
    snapshots().keep(snapshot(3));
    snapshots().drop();

    assertThat(snapshots().newest()).isEmpty();
    assertThat(reopened().newest()).isEmpty();
  }

  private static Snapshot snapshot(long at) {
    return new Snapshot(
        new Position(at), digest("entry " + at), digest("fold"), Bytes.ofUtf8("state at " + at));
  }

  private static Digest digest(String text) {
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
