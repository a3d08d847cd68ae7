package dev.slipway.http.gate;

import dev.slipway.http.Refusal;
import dev.slipway.wire.agent.LogParcel;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
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
  public byte[] read(Context context, int max) {
    HttpServletRequest request = context.req();
    if (request.getHeader("Content-Encoding") != null) {
      throw ended(context, 415, "compressed-body", "Bodies are taken as they are, not compressed.");
    }
    if (request.getContentLengthLong() > max) {
      throw tooLarge(context, max);
    }
    int held = 0;
    try (InputStream in = request.getInputStream()) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK];
      Instant start = clock.instant();
      int count = in.read(chunk);
      while (count >= 0) {
        body.write(chunk, 0, count);
        if (body.size() > max) {
          throw tooLarge(context, max);
        }
        refuseSlow(context, start, body.size());
        held += hold(context, body.size(), held);
        count = in.read(chunk);
      }
      return body.toByteArray();
    } catch (IOException e) {
      throw ended(context, 408, "body-too-slow", "The body did not arrive in time.");
    } finally {
      kibibytes.release(held);
    }
  }

  /** Takes a further share of the common bound once a body is large. */
  private int hold(Context context, int size, int held) {
    int wanted = size <= SMALL_BYTES ? 0 : (size >> 10) + 1 - held;
    if (wanted > 0 && !kibibytes.tryAcquire(wanted)) {
      context.header("Retry-After", "10");
      throw ended(context, 429, "too-much-at-once", "Too many large bodies at once; try again.");
    }
    return Math.max(wanted, 0);
  }

  private void refuseSlow(Context context, Instant start, int size) {
    Duration taken = Duration.between(start, clock.instant());
    boolean tooLong = taken.compareTo(TIME_MAX) > 0;
    boolean tooSlow = taken.compareTo(GRACE) > 0 && size < taken.toSeconds() * BYTES_PER_SECOND_MIN;
    if (tooLong || tooSlow) {
      throw ended(context, 408, "body-too-slow", "The body did not arrive in time.");
    }
  }

  private static Refusal tooLarge(Context context, int max) {
    return ended(context, 413, "body-too-large", "At most " + max + " bytes are taken here.");
  }

  /** The rest of the body is not read, so the connection is of no more use. */
  private static Refusal ended(Context context, int status, String code, String sentence) {
    context.header("Connection", "close");
    return Refusal.of(status, code, sentence);
  }
}
