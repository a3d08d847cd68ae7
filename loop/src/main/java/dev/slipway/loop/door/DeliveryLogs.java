package dev.slipway.loop.door;

import dev.slipway.loop.door.Changes.Subscription;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Fence;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import dev.slipway.model.ServiceName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What services and commands wrote: brought by agents, read by people. Thread-safe. */
public interface DeliveryLogs {

  /**
   * What of an agent's target wrote something.
   *
   * @param fence of the order for which it was started
   * @param instance has the characters of a name
   */
  record Origin(ApplicationName application, Fence fence, ServiceName service, String instance) {

    private static final Pattern INSTANCE = Pattern.compile("[a-z0-9-]{1,75}");

    public Origin {
      if (!INSTANCE.matcher(instance).matches()) {
        throw new InvalidValue("instance", "must have 1 to 75 of a-z, 0-9 and '-'");
      }
    }
  }

  /**
   * A part of what it wrote.
   *
   * @param offset of the first byte
   * @param lost whether what is missing before it is gone for good
   * @param finished whether nothing comes after it; an empty piece that ends nothing only asks
   */
  record Piece(Origin origin, long offset, ByteBuffer content, boolean lost, boolean finished) {}

  /** What became of a piece. */
  sealed interface Outcome {

    /**
     * It was taken as far as it was new and joined on.
     *
     * @param next the offset of the byte that is missing first
     */
    record Taken(long next, boolean finished) implements Outcome {}

    record Refused(Reason because) implements Outcome {}
  }

  /** Takes a piece of a log; refused when the agent's target had no such order. */
  Outcome take(Agents.Enrolled agent, Piece piece) throws IOException;

  /**
   * A log as it is now.
   *
   * @param name {@code TARGET.SERVICE.INSTANCE.FENCE}
   * @param first the offset of the first byte that is still kept
   * @param size how many bytes there ever were
   * @param dropped how many of them, and of what never came, are not here any more
   * @param finished whether nothing more comes
   * @param removedAt when all of it was removed
   */
  record Kept(
      String name,
      long first,
      long size,
      long dropped,
      boolean finished,
      Instant changedAt,
      Optional<Instant> removedAt) {}

  /**
   * How long logs are kept.
   *
   * @param bytesMax of all together, beyond which the oldest go
   */
  record Keeping(Duration time, long bytesMax) {}

  Keeping keeping();

  /** The logs of a delivery, by name. */
  List<Kept> of(Organisation organisation, DeliveryId delivery) throws IOException;

  /** One log; empty for a name that none has. */
  Optional<Kept> find(Organisation organisation, DeliveryId delivery, String name)
      throws IOException;

  /** Reads from an offset on, as much as is there and fits. */
  void read(
      Organisation organisation, DeliveryId delivery, String name, long offset, ByteBuffer into)
      throws IOException;

  /** Has {@code grown} run whenever the log was added to; it must be quick. */
  Subscription follow(Organisation organisation, DeliveryId delivery, String name, Runnable grown);
}
