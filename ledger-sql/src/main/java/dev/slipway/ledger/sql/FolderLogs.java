package dev.slipway.ledger.sql;

import dev.slipway.ledger.Logs;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Organisation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Logs as folders, {@code ORGANISATION/APPLICATION/ENVIRONMENT/NUMBER/NAME/}. Thread-safe; pieces
 * of one log are taken one after the other.
 */
public final class FolderLogs implements Logs {

  private static final int LOCKS = 64;
  private static final Duration SWEEP_EVERY = Duration.ofHours(1);

  /** Of how much is kept, and for how long. */
  record Bounds(long logBytes, long segmentBytes, long allBytes, Duration time) {

    static final Bounds STANDARD = new Bounds(256L << 20, 8L << 20, 8L << 30, Duration.ofDays(30));
  }

  private final Path root;
  private final InstantSource clock;
  private final Bounds bounds;
  private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();
  private Instant sweepAt = Instant.MIN;

  /** Opens a folder, and makes it where it is missing. */
  public FolderLogs(Path root, InstantSource clock) throws IOException {
    this(root, clock, Bounds.STANDARD);
  }

  FolderLogs(Path root, InstantSource clock, Bounds bounds) throws IOException {
    this.root = Disk.folder(root);
    this.clock = clock;
    this.bounds = bounds;
  }

  @Override
  public Taken take(Id id, Piece piece) throws IOException {
    synchronized (lock(id)) {
      LogFolder log = folder(id);
      if (!log.exists()) {
        if (piece.content().remaining() == 0 && !piece.finished()) {
          return new Taken(0, false);
        }
        sweepWhenDue();
        Disk.folder(log.folder());
      }
      return log.add(piece, bounds);
    }
  }

  @Override
  public Optional<About> find(Id id) throws IOException {
    synchronized (lock(id)) {
      LogFolder log = folder(id);
      return log.exists() ? Optional.of(log.about()) : Optional.empty();
    }
  }

  @Override
  public List<About> of(Organisation organisation, DeliveryId delivery) throws IOException {
    List<About> logs = new ArrayList<>();
    for (Path child : children(folder(organisation, delivery))) {
      find(new Id(organisation, delivery, child.getFileName().toString())).ifPresent(logs::add);
    }
    return List.copyOf(logs);
  }

  @Override
  public void read(Id id, long offset, ByteBuffer into) throws IOException {
    synchronized (lock(id)) {
      folder(id).read(offset, into);
    }
  }

  /** Gives up what is older than it is kept, and of more than is kept in all the oldest. */
  private synchronized void sweepWhenDue() throws IOException {
    Instant now = clock.instant();
    if (now.isBefore(sweepAt)) {
      return;
    }
    sweepAt = now.plus(SWEEP_EVERY);
    try (Stream<Path> folders = Files.find(root, LogFolder.DEPTH, LogFolder::isOne)) {
      new Retention(bounds.allBytes(), now.minus(bounds.time()))
          .over(folders.map(LogFolder::new).toList());
    }
  }

  private Object lock(Id id) {
    return locks.get(Math.floorMod(id.hashCode(), LOCKS));
  }

  private LogFolder folder(Id id) {
    return new LogFolder(folder(id.organisation(), id.delivery()).resolve(id.name()));
  }

  private Path folder(Organisation organisation, DeliveryId delivery) {
    return root.resolve(organisation.value())
        .resolve(delivery.placement().application().value())
        .resolve(delivery.placement().environment().value())
        .resolve(Integer.toString(delivery.number()));
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }
}
