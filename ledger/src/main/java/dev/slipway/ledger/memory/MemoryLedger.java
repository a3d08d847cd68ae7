package dev.slipway.ledger.memory;

import dev.slipway.codec.EntryCodec;
import dev.slipway.codec.Prepared;
import dev.slipway.ledger.Appended;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.chain.Chain;
import dev.slipway.ledger.chain.Judged;
import dev.slipway.ledger.chain.Link;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Recorded;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A ledger that keeps the exact bytes and the chain of the real one, on a {@link MemoryStore}. It
 * has no thread: {@code steps} runs first the writing of a group and then, as a step of its own,
 * the telling of it; so whoever owns {@code steps} decides when an append completes, and can crash
 * between the two. Several may share a store: each judges what it writes by all that is there, and
 * tells of what others wrote as soon as it hears that they did. Thread-safe.
 */
public final class MemoryLedger implements Ledger {

  private record Waiting(
      Batch batch, List<Prepared> prepared, CompletableFuture<Appended> answer) {}

  /**
   * A group of which nobody has been told.
   *
   * @param end how many entries the disk had with it
   */
  private record Group(int end, List<Runnable> answers) {}

  private final MemoryStore store;
  private final Executor steps;
  private final Chain chain;
  private final Map<String, Position> usedKeys = new HashMap<>();
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private final Queue<Group> untold = new ArrayDeque<>();
  private final List<Consumer<List<Recorded>>> followers = new ArrayList<>();
  private boolean telling;
  private int told;

  /** Opens what is on the store. */
  public MemoryLedger(MemoryStore store, InstantSource clock, Executor steps) {
    this.store = store;
    this.steps = steps;
    chain = new Chain(clock, store.keys(usedKeys));
    catchUp();
    told = store.size();
    store.watch(() -> steps.execute(this::tell));
  }

  /** Takes over what others wrote. */
  private void catchUp() {
    for (Link link : store.links((int) chain.head().value(), store.size())) {
      Recorded it = link.recorded();
      chain.resume(it.position(), it.at(), it.stream(), link.leaf());
    }
  }

  /** An empty ledger whose appends complete before they return. */
  public static MemoryLedger immediate(InstantSource clock) {
    return new MemoryLedger(new MemoryStore(), clock, Runnable::run);
  }

  @Override
  public CompletionStage<Appended> append(Batch batch) {
    List<Prepared> prepared = batch.drafts().stream().map(EntryCodec::prepare).toList();
    CompletableFuture<Appended> answer = new CompletableFuture<>();
    synchronized (this) {
      waiting.add(new Waiting(batch, prepared, answer));
    }
    steps.execute(this::write);
    return answer;
  }

  /** Writes all that waits as one group, behind whatever others wrote meanwhile. */
  private void write() {
    synchronized (this) {
      if (waiting.isEmpty()) {
        return;
      }
      synchronized (store) {
        writeGroup();
      }
    }
    store.changed();
  }

  private void writeGroup() {
    catchUp();
    List<Link> links = new ArrayList<>();
    List<Runnable> answers = new ArrayList<>();
    for (Waiting each = waiting.poll(); each != null; each = waiting.poll()) {
      CompletableFuture<Appended> answer = each.answer;
      Appended appended = appended(chain.judge(each.batch, each.prepared), links);
      answers.add(() -> answer.complete(appended));
    }
    store.write(links, usedKeys);
    usedKeys.clear();
    untold.add(new Group(store.size(), answers));
  }

  private static Appended appended(Judged judged, List<Link> links) {
    return switch (judged) {
      case Judged.Declined declined -> declined.because();
      case Judged.Accepted accepted -> {
        links.addAll(accepted.links());
        yield new Appended.Committed(accepted.links().stream().map(Link::recorded).toList());
      }
    };
  }

  /** Tells groups in order; a follower that appends meanwhile is told of it in its turn. */
  private synchronized void tell() {
    if (telling) {
      return;
    }
    telling = true;
    try {
      for (Group group = untold.poll(); group != null; group = untold.poll()) {
        tellUntil(group.end);
        group.answers.forEach(Runnable::run);
      }
      tellUntil(store.size());
    } finally {
      telling = false;
    }
  }

  private void tellUntil(int end) {
    if (end > told) {
      List<Recorded> entries = recorded(store.links(told, end));
      told = end;
      List.copyOf(followers).forEach(follower -> follower.accept(entries));
    }
  }

  @Override
  public List<Recorded> read(Position after, int limit) {
    int size = store.size();
    int from = (int) Math.min(after.value(), size);
    return recorded(store.links(from, Math.min(size, from + Math.min(limit, size - from))));
  }

  @Override
  public List<Recorded> read(StreamKey stream, Position after, int limit) {
    int size = store.size();
    int from = (int) Math.min(after.value(), size);
    return recorded(store.links(from, size)).stream()
        .filter(each -> each.stream().equals(stream))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Digest> leaf(Position position) {
    int place = (int) Math.min(position.value(), Integer.MAX_VALUE);
    return place > 0 && place <= store.size()
        ? Optional.of(store.links(place - 1, place).getFirst().leaf())
        : Optional.empty();
  }

  @Override
  public Position head() {
    return new Position(store.size());
  }

  @Override
  public synchronized void follow(Position after, Consumer<List<Recorded>> follower) {
    int from = (int) Math.min(after.value(), told);
    if (from < told) {
      follower.accept(recorded(store.links(from, told)));
    }
    followers.add(follower);
  }

  private static List<Recorded> recorded(List<Link> links) {
    return links.stream().map(Link::recorded).toList();
  }
}
