package dev.slipway.loop.snapshot;

import dev.slipway.codec.SnapshotCodec;
import dev.slipway.codec.shape.Undecodable;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.Snapshots;
import dev.slipway.ledger.Snapshots.Snapshot;
import dev.slipway.loop.Ports;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps what is folded every so many entries, beside the loop's turn, and finds it again at the
 * next start. What it finds counts only when this program folded it and the ledger has the very
 * entry that it ends with; otherwise everything is folded.
 */
public final class Recall {

  /** What is larger would cost more to keep than it saves. */
  private static final int SIZE_MAX = 256 * 1024 * 1024;

  private static final String LANE = "snapshots";
  private static final SnapshotCodec<Part> CODEC = SnapshotCodec.of(Part.class);

  private final Ledger ledger;
  private final Snapshots snapshots;
  private final Ports ports;
  private Position kept = Position.START;
  private boolean isKeeping;

  public Recall(Ledger ledger, Snapshots snapshots, Ports ports) {
    this.ledger = ledger;
    this.snapshots = snapshots;
    this.ports = ports;
  }

  /** A picture that was kept, and the last entry that is in it. */
  public record Recalled(Position at, Picture picture) {}

  /** What to go on from; empty where everything has to be folded. Called once, at first. */
  public Optional<Recalled> recall() {
    Optional<Recalled> recalled = snapshots.newest().flatMap(this::trusted);
    kept = recalled.map(Recalled::at).orElse(Position.START);
    return recalled;
  }

  private Optional<Recalled> trusted(Snapshot snapshot) {
    if (!snapshot.fold().equals(ports.snapshots().fold())) {
      return dropped(snapshot, "another version of the program folded it");
    }
    if (!ledger.leaf(snapshot.at()).equals(Optional.of(snapshot.entry()))) {
      return dropped(snapshot, "the ledger does not have the entry that it ends with");
    }
    try {
      return Optional.of(new Recalled(snapshot.at(), read(snapshot.content())));
    } catch (Undecodable | IllegalArgumentException damaged) {
      return dropped(snapshot, "it cannot be read");
    }
  }

  private Optional<Recalled> dropped(Snapshot snapshot, String because) {
    ports
        .journal()
        .info(
            "The snapshot at entry %s is dropped and everything is folded, for %s."
                .formatted(snapshot.at(), because));
    snapshots.drop();
    return Optional.empty();
  }

  /** The bytes of a picture; empty when it is too large. */
  public static Optional<Bytes> write(Picture picture) {
    return CODEC.encode(picture.parts(), SIZE_MAX);
  }

  /**
   * The picture that bytes hold.
   *
   * @throws Undecodable when they hold none
   */
  public static Picture read(Bytes content) {
    AtomicReference<Picture> picture = new AtomicReference<>(Picture.EMPTY);
    CODEC.decode(content, part -> picture.set(picture.get().with(part)));
    return picture.get();
  }

  /** Whether so much came since the last one that another is due; called in the loop's turn. */
  public boolean isDue(Position now) {
    return !isKeeping && now.value() - kept.value() >= ports.snapshots().every();
  }

  /** Keeps a picture, beside the loop's turn; called in it. */
  public void keep(Position at, Picture picture) {
    isKeeping = true;
    ports
        .workers()
        .execute(
            LANE,
            () -> {
              try {
                keepNow(at, picture);
              } finally {
                ports.scheduler().execute(() -> done(at));
              }
            });
  }

  private void done(Position at) {
    isKeeping = false;
    kept = at;
  }

  /**
   * Keeps a last picture, when anything came since the one before; after the last turn. Where that
   * fails the next start folds more, and nothing else is lost.
   */
  public void keepLast(Position at, Picture picture) {
    if (at.isAfter(kept)) {
      try {
        keepNow(at, picture);
      } catch (RuntimeException failure) {
        ports.journal().warn("The last snapshot could not be kept: " + failure.getMessage());
      }
    }
  }

  private void keepNow(Position at, Picture picture) {
    Optional<Digest> entry = ledger.leaf(at);
    Optional<Bytes> content = write(picture);
    if (content.isEmpty()) {
      ports
          .journal()
          .warn("A snapshot would be larger than %d bytes; none is kept.".formatted(SIZE_MAX));
    } else if (entry.isPresent()) {
      snapshots.keep(new Snapshot(at, entry.get(), ports.snapshots().fold(), content.get()));
    }
  }
}
