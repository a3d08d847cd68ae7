package dev.slipway.http.gate;

import dev.slipway.http.Refusal;
import dev.slipway.wire.agent.LogParcel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;

/**
 * Reads bodies within bounds: of each body its size, its time and its rate, and of all bodies
 * together what lies in memory. Small bodies need no share of the common bound, so that large ones
 * never keep them out. Thread-safe.
 */
public final class Bodies {

  /** What an API request may bring. */
  public static final int API_BYTES_MAX = 1 << 20;

  /** What a sender of webhooks may bring; GitHub sends no more. */
  public static final int RECEIVER_BYTES_MAX = 25 << 20;

  /** What an agent may bring of logs at once. */
  public static final int PARCEL_BYTES_MAX = LogParcel.BYTES_MAX;

  /**
   * Of a body that is too large this much is passed over. A connection that is closed on a sender
   * who is still writing is reset, and the answer that says why is lost with it.
   */
  private static final int PASSED_OVER_BYTES_MAX = 8 << 20;

  private static final int SMALL_BYTES = 256 << 10;
  private static final int LARGE_KIBIBYTES_MAX = 64 << 10;
  private static final int CHUNK = 16 << 10;
  private static final Duration TIME_MAX = Duration.ofSeconds(30);
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final int BYTES_PER_SECOND_MIN = 1024;

  private final InstantSource clock;
  private final Semaphore kibibytes = new Semaphore(LARGE_KIBIBYTES_MAX);

  public Bodies(InstantSource clock) {
    this.clock = clock;
  }

  /** Reads the whole body, at most {@code max} bytes of it. */
  public byte[] read(Exchange exchange, int max) {
    if (exchange.header("Content-Encoding").isPresent()) {
      throw ended(
          exchange, 415, "compressed-body", "Bodies are taken as they are, not compressed.");
    }
    if (exchange.length() > (long) max + PASSED_OVER_BYTES_MAX) {
      throw tooLarge(exchange, max);
    }
    int held = 0;
    try (InputStream in = exchange.body()) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK];
      Instant start = clock.instant();
      if (exchange.length() > max) {
        passOver(in, start);
        throw tooLarge(exchange, max);
      }
      int count = in.read(chunk);
      while (count >= 0) {
        body.write(chunk, 0, count);
        if (body.size() > max) {
          passOver(in, start);
          throw tooLarge(exchange, max);
        }
        refuseSlow(exchange, start, body.size());
        held += hold(exchange, body.size(), held);
        count = in.read(chunk);
      }
      return body.toByteArray();
    } catch (IOException e) {
      throw ended(exchange, 408, "body-too-slow", "The body did not arrive in time.");
    } finally {
      kibibytes.release(held);
    }
  }

  /** Takes a further share of the common bound once a body is large. */
  private int hold(Exchange exchange, int size, int held) {
    int wanted = size <= SMALL_BYTES ? 0 : (size >> 10) + 1 - held;
    if (wanted > 0 && !kibibytes.tryAcquire(wanted)) {
      exchange.answerHeader("Retry-After", "10");
      throw ended(exchange, 429, "too-much-at-once", "Too many large bodies at once; try again.");
    }
    return Math.max(wanted, 0);
  }

  private void refuseSlow(Exchange exchange, Instant start, int size) {
    Duration taken = Duration.between(start, clock.instant());
    boolean tooLong = taken.compareTo(TIME_MAX) > 0;
    boolean tooSlow = taken.compareTo(GRACE) > 0 && size < taken.toSeconds() * BYTES_PER_SECOND_MIN;
    if (tooLong || tooSlow) {
      throw ended(exchange, 408, "body-too-slow", "The body did not arrive in time.");
    }
  }

  private void passOver(InputStream in, Instant start) throws IOException {
    byte[] chunk = new byte[CHUNK];
    int passed = 0;
    int count = in.read(chunk);
    while (count >= 0 && passed < PASSED_OVER_BYTES_MAX && !isPast(start, GRACE)) {
      passed += count;
      count = in.read(chunk);
    }
  }

  private boolean isPast(Instant start, Duration bound) {
    return Duration.between(start, clock.instant()).compareTo(bound) > 0;
  }

  private static Refusal tooLarge(Exchange exchange, int max) {
    return ended(exchange, 413, "body-too-large", "At most " + max + " bytes are taken here.");
  }

  /** The rest of the body is not read, so the connection is of no more use. */
  private static Refusal ended(Exchange exchange, int status, String code, String sentence) {
    exchange.answerHeader("Connection", "close");
    return Refusal.of(status, code, sentence);
  }
}
