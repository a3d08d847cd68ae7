package dev.slipway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.World;
import dev.slipway.ledger.chain.Link;
import dev.slipway.loop.snapshot.Picture;
import dev.slipway.loop.snapshot.Recall;
import dev.slipway.model.Bytes;
import dev.slipway.model.Organisation;
import dev.slipway.model.entry.Recorded;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.HashTreePMap;

/** To fold everything is to fold a snapshot, taken anywhere, and what came after it. */
class SnapshotsTest {

  private static final int PLACES = 40;

  @ParameterizedTest
  @ValueSource(strings = {"served-9", "storm-9", "storm-15"})
  void a_recorded_ledger_folds_from_any_of_its_entries(String name) throws IOException {
    assertFoldsFromAnywhere(RecordedLedgersTest.lines(name));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_simulated_ledger_folds_from_any_of_its_entries(long seed) {
    assertFoldsFromAnywhere(Run.ledgerOf(Setting.of(seed)));
  }

  private static void assertFoldsFromAnywhere(List<Bytes> lines) {
    List<Recorded> entries = lines.stream().map(line -> Link.read(line).recorded()).toList();
    World whole = World.empty(Organisation.MAIN);
    int apart = Math.max(1, entries.size() / PLACES);
    World end = folded(whole, entries);
    for (int i = 0; i < entries.size(); i++) {
      whole = whole.with(entries.get(i));
      if (i % apart == 0) {
        World kept = keptAndRead(whole);
        assertThat(kept).as("at %s", whole.position()).isEqualTo(whole);
        assertThat(folded(kept, entries.subList(i + 1, entries.size()))).isEqualTo(end);
      }
    }
  }

  private static World folded(World from, List<Recorded> entries) {
    World world = from;
    for (Recorded entry : entries) {
      world = world.with(entry);
    }
    return world;
  }

  private static World keptAndRead(World world) {
    Picture picture =
        new Picture(15, List.of(), List.of(), HashTreePMap.singleton(world.organisation(), world));
    return Recall.read(Recall.write(picture).orElseThrow()).world(world.organisation());
  }
}
