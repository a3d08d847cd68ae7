package dev.slipway.ledger;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.Organisation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What services and commands wrote, as bytes. A log grows at its end; of one that grows beyond
 * bounds the oldest bytes are given up, and so are whole logs after their time. Offsets stay what
 * they were. What was taken outlives a crash of the process; whoever sends it keeps it until it is
 * told that it is there, and looks again after a crash of the machine. Thread-safe.
 */
public interface Logs {

  /** How many logs a delivery may have. */
  int PER_DELIVERY_MAX = 500;

  /**
   * How long logs are kept, and how much of all together.
   *
   * @param time since the last of a log was added
   * @param bytesMax beyond which the oldest go
   */
  record Keeping(Duration time, long bytesMax) {

    public static final Keeping STANDARD = new Keeping(Duration.ofDays(30), 8L << 30);

    /** For how long it is known of a log that was removed that there was one. */
    public static final Duration NOTES = Duration.ofDays(365);
  }

  /**
   * Which log.
   *
   * @param name letters a to z, digits, hyphens and dots, beginning with a letter or a digit
   */
  record Id(Organisation organisation, DeliveryId delivery, String name) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,249}");

    public Id {
      if (!isName(name)) {
        throw new InvalidValue("log", "must have 1 to 250 of a-z, 0-9, '.' and '-'");
      }
    }

    /** Whether a log can have this name. */
    public static boolean isName(String name) {
      return NAME.matcher(name).matches();
    }
  }

  /**
   * A log as it is now.
   *
   * @param first the offset of the first byte that is still here
   * @param size how many bytes there ever were
   * @param lost how many bytes had been given up before they were sent
   * @param finished whether nothing more comes
   * @param changedAt when it was added to last
   * @param removedAt when all of it was removed; it may be added to even so
   */
  record About(
      String name,
      long first,
      long size,
      long lost,
      boolean finished,
      Instant changedAt,
      Optional<Instant> removedAt) {

    /** How many bytes are not here that were written once. */
    public long dropped() {
      return first + lost;
    }
  }

  /**
   * A part of a log.
   *
   * @param offset at its source, where what was lost counts
   * @param lost whether what is missing before it is lost for good
   * @param finished whether nothing comes after it
   */
  record Piece(long offset, ByteBuffer content, boolean lost, boolean finished) {}

  /**
   * How far a log is.
   *
   * @param next the offset at the source of the byte that is missing first
   */
  record Taken(long next, boolean finished) {}

  /**
   * Adds of a piece what is new. One that begins beyond the end is not taken, unless what is
   * missing is lost; then a line in the log says so. An empty piece that ends nothing only asks.
   */
  Taken take(Id id, Piece piece) throws IOException;

  Optional<About> find(Id id) throws IOException;

  /** The logs of a delivery, by name. */
  List<About> of(Organisation organisation, DeliveryId delivery) throws IOException;

  /**
   * Reads what is there from an offset on into {@code into}, as much as fits; nothing where there
   * is nothing any more or yet.
   */
  void read(Id id, long offset, ByteBuffer into) throws IOException;

  /** How long logs are kept here. */
  Keeping keeping();

  /**
   * Removes logs after their time and, of more than is kept in all, the oldest; at most so many,
   * and says how many. It is known of them for a time that they were there.
   */
  int removeOld(int atMost) throws IOException;

  /** The line that stands where bytes were lost. */
  static byte[] lostLine(long count) {
    return "\n[slipway] %d bytes were given up at the target before they could be sent.\n"
        .formatted(count)
        .getBytes(StandardCharsets.UTF_8);
  }
}
