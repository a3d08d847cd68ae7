package dev.slipway.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.codec.Digests;
import dev.slipway.engine.fold.World;
import dev.slipway.ledger.Snapshots.Snapshot;
import dev.slipway.ledger.memory.MemorySnapshots;
import dev.slipway.ledger.memory.MemoryTimers;
import dev.slipway.loop.snapshot.Picture;
import dev.slipway.loop.snapshot.Recall;
import dev.slipway.loop.snapshot.SnapshotRule;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.command.Command;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server starts from what it kept, and from nothing that it cannot be sure of. */
class SnapshotTest {

  private static final int EVERY = 4;
  private static final Digest FOLD = digest("fold");

  private final Premises premises = new Premises();
  private final HandTurned hands = premises.hands;
  private final MemorySnapshots snapshots = new MemorySnapshots();

  private static Digest digest(String text) {
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private Loop started(SnapshotRule rule) {
    return premises.started(
        new Host(premises.blobs, "application: shop\nservices:\n  web: {run: ./bin/web}\n"),
        new MemoryTimers(),
        snapshots,
        Duration.ofHours(1),
        rule);
  }

  private Loop started() {
    return started(new SnapshotRule(FOLD, EVERY));
  }

  private World afterSomeWork() {
    premises.found();
    Loop loop = started();
    loop.commands()
        .submit(
            Organisation.MAIN,
            ActorId.SLIPWAY,
            "add",
            new Command.AddApplication(Host.URL, Optional.of("main"), "slipway.yaml"));
    hands.pass(Duration.ofMinutes(1));
    return loop.memory().world(Organisation.MAIN);
  }

  private World afterRestart() {
    hands.crash();
    return started().memory().world(Organisation.MAIN);
  }

  @Test
  void a_snapshot_is_kept_every_so_many_entries() {
    World world = afterSomeWork();

    assertThat(snapshots.newest()).isPresent();
    assertThat(world.position().value() - snapshots.newest().orElseThrow().at().value())
        .isLessThan(EVERY);
  }

  @Test
  void a_start_from_one_knows_what_the_ledger_knows() {
    World world = afterSomeWork();

    assertThat(afterRestart()).isEqualTo(world);
    assertThat(hands.journal).noneMatch(line -> line.contains("snapshot"));
  }

  @Test
  void the_end_is_kept_too() {
    afterSomeWork();
    snapshots.drop();
    hands.crash();
    Loop loop = started(SnapshotRule.NEVER);
    loop.rest();

    assertThat(snapshots.newest())
        .map(Snapshot::at)
        .contains(loop.memory().world(Organisation.MAIN).position());
  }

  @Test
  void what_another_program_folded_is_dropped_and_everything_is_folded() {
    World world = afterSomeWork();
    Snapshot kept = snapshots.newest().orElseThrow();
    snapshots.keep(new Snapshot(kept.at(), kept.entry(), digest("other"), Bytes.ofUtf8("?")));

    assertThat(afterRestart()).isEqualTo(world);
    assertThat(hands.journal).anyMatch(line -> line.contains("another version of the program"));
  }

  @Test
  void one_of_another_ledger_is_dropped() {
    World world = afterSomeWork();
    Snapshot kept = snapshots.newest().orElseThrow();
    snapshots.keep(new Snapshot(kept.at(), digest("entry"), kept.fold(), kept.content()));

    assertThat(afterRestart()).isEqualTo(world);
    assertThat(hands.journal).anyMatch(line -> line.contains("does not have the entry"));
  }

  @Test
  void one_beyond_the_end_of_the_ledger_is_dropped() {
    World world = afterSomeWork();
    Snapshot kept = snapshots.newest().orElseThrow();
    snapshots.keep(new Snapshot(new Position(999), kept.entry(), kept.fold(), kept.content()));

    assertThat(afterRestart()).isEqualTo(world);
  }

  @Test
  void a_damaged_one_is_dropped() {
    World world = afterSomeWork();
    Snapshot kept = snapshots.newest().orElseThrow();
    snapshots.keep(new Snapshot(kept.at(), kept.entry(), kept.fold(), Bytes.ofUtf8("damaged")));

    assertThat(afterRestart()).isEqualTo(world);
    assertThat(hands.journal).anyMatch(line -> line.contains("cannot be read"));
  }

  @Test
  void one_that_tells_something_else_than_the_ledger_is_found_out_and_dropped() {
    afterSomeWork();
    Snapshot kept = snapshots.newest().orElseThrow();
    hands.crash();
    Loop empty = started(SnapshotRule.NEVER);
    assertThat(empty.isHalted()).isFalse();
    hands.crash();
    snapshots.keep(
        new Snapshot(
            kept.at(), kept.entry(), kept.fold(), Recall.write(Picture.EMPTY).orElseThrow()));
    Loop misled = started();
    hands.expectAlarm();
    hands.pass(Duration.ofMinutes(6));

    assertThat(misled.isHalted()).isTrue();
    assertThat(snapshots.newest()).isEmpty();
  }
}
