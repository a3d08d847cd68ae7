package dev.slipway.ledger.sql;

import dev.slipway.ledger.Logs;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Of how much is kept: of one log, in files of which size, and of all. */
  record Bounds(long logBytes, long segmentBytes, Keeping keeping) {

    static Bounds of(Keeping keeping) {
      return new Bounds(256L << 20, 8L << 20, keeping);
    }
  }

  private final Path root;
  private final InstantSource clock;
  private final Bounds bounds;
  private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();

  /** Held while folders are made, and while empty ones are removed. */
  private final Object folders = new Object();

  /** Opens a folder, and makes it where it is missing. */
  public FolderLogs(Path root, InstantSource clock, Keeping keeping) throws IOException {
    this(root, clock, Bounds.of(keeping));
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
        synchronized (folders) {
          Disk.folder(log.folder());
        }
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

  @Override
  public Keeping keeping() {
    return bounds.keeping();
  }

  @Override
  public int removeOld(int atMost) throws IOException {
    List<Retention.Aged> all = new ArrayList<>();
    try (Stream<Path> folders = Files.find(root, LogFolder.DEPTH, LogFolder::isOne)) {
      for (Path folder : folders.toList()) {
        find(id(folder)).ifPresent(about -> all.add(Retention.Aged.of(id(folder), about)));
      }
    }
    List<Retention.Removal> due =
        new Retention(bounds.keeping(), clock.instant()).due(all).stream().limit(atMost).toList();
    for (Retention.Removal removal : due) {
      synchronized (lock(removal.id())) {
        switch (removal) {
          case Retention.OfBytes bytes -> folder(bytes.id()).giveUp();
          case Retention.OfNote note -> forget(folder(note.id()));
        }
      }
    }
    return due.size();
  }

  /** Removes all that tells of a log, and the folders above that hold nothing else. */
  private void forget(LogFolder log) throws IOException {
    synchronized (folders) {
      log.forget();
      Path above = log.folder().resolveSibling("");
      while (!above.equals(root) && children(above).isEmpty()) {
        Files.deleteIfExists(above);
        above = above.resolveSibling("");
      }
    }
  }

  private Id id(Path log) {
    Path name = root.relativize(log);
    return new Id(
        new Organisation(name.getName(0).toString()),
        new DeliveryId(
            new Placement(
                new ApplicationName(name.getName(1).toString()),
                new EnvironmentName(name.getName(2).toString())),
            Integer.parseInt(name.getName(3).toString())),
        name.getName(4).toString());
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
