package dev.slipway.simulator.planted;

import dev.slipway.ledger.Appended;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Ledger;
import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.MemberAdded;
import dev.slipway.model.entry.MemberRemoved;
import dev.slipway.model.entry.Recorded;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A ledger that keeps who left a group, and tells the server that they came. */
record Misheard(Ledger real) implements Ledger {

  @Override
  public CompletionStage<Appended> append(Batch batch) {
    return real.append(batch);
  }

  @Override
  public List<Recorded> read(Position after, int limit) {
    return real.read(after, limit);
  }

  @Override
  public List<Recorded> read(StreamKey stream, Position after, int limit) {
    return real.read(stream, after, limit);
  }

  @Override
  public Position head() {
    return real.head();
  }

  @Override
  public void follow(Position after, Consumer<List<Recorded>> follower) {
    real.follow(after, entries -> follower.accept(told(entries)));
  }

  private static List<Recorded> told(List<Recorded> entries) {
    return entries.stream()
        .map(it ->
            new Recorded(
                it.position(), it.at(), it.stream(), it.actor(), it.cause(), told(it.entry())))
        .toList();
  }

  private static Entry told(Entry entry) {
    return entry instanceof MemberRemoved left
        ? new MemberAdded(left.group(), left.person(), left.by())
        : entry;
  }
}
