package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.gate.Standing;
import dev.slipway.http.show.LogNames;
import dev.slipway.loop.door.Changes.Subscription;
import dev.slipway.loop.door.DeliveryLogs;
import dev.slipway.loop.door.DeliveryLogs.Kept;
import dev.slipway.model.DeliveryId;
import dev.slipway.views.Tables;
import dev.slipway.views.row.DeliveryRow;
import dev.slipway.wire.Log;
import dev.slipway.wire.LogPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What services and commands of a delivery wrote. */
public final class Logs {

  private static final int WAIT_SECONDS_MAX = 20;
  private static final int TAIL_LINES_MAX = 10_000;
  private static final long LIMIT_MAX = 8L << 20;

  private final Doors doors;
  private final InstantSource clock;

  public Logs(Doors doors, InstantSource clock) {
    this.doors = doors;
    this.clock = clock;
  }

  public Answer list(Call call) {
    Reading reading = new Reading(doors, call);
    DeliveryRow delivery = reading.get(Tables.DELIVERIES, Deliveries.id(call).toString());
    try {
      List<Log> all = LogNames.shown(doors.logs().of(call.organisation(), delivery.id()));
      return Answer.ok(page(reading.asked().limit(), reading.asked().after(), all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LogPage page(int limit, Optional<String> after, List<Log> all) {
    int from =
        after
            .map(id -> (int) all.stream().takeWhile(log -> !log.id().equals(id)).count() + 1)
            .orElse(0);
    List<Log> items = all.stream().skip(from).limit(limit).toList();
    Optional<String> next =
        from + items.size() < all.size()
            ? Optional.of(Reading.cursor(items.getLast().id()))
            : Optional.empty();
    return new LogPage(items, all.size(), next);
  }

  /**
   * The bytes from an offset on, or of the last lines. Asked with {@code wait} for more than there
   * is, it is held until there is more; whoever loses the right to read is let go within a second.
   */
  public Answer read(Call call) {
    Reading reading = new Reading(doors, call);
    DeliveryRow row = reading.get(Tables.DELIVERIES, Deliveries.id(call).toString());
    DeliveryId delivery = row.id();
    String name = call.path("log", text -> text);
    long limit = call.query("limit", Long::parseLong).orElse(Long.MAX_VALUE);
    int wait = call.query("wait", Integer::parseInt).orElse(0);
    if (limit < 1 || wait < 0 || wait > WAIT_SECONDS_MAX) {
      throw Refusal.badRequest(
          "invalid-limit",
          "limit must be 1 or more, and wait 0 to " + WAIT_SECONDS_MAX + " seconds.");
    }
    try {
      Standing allowed = new Standing(clock, () -> isAllowed(call));
      LogContent content = new LogContent(doors.logs(), call.organisation(), delivery, name);
      Kept about = content.find().orElseThrow(() -> missing(row));
      if (about.removedAt().isPresent() && (about.finished() || wait == 0)) {
        throw gone("It was removed on " + about.removedAt().get() + ": ");
      }
      long offset = offset(call, content, about);
      if (wait > 0) {
        about = awaited(call, allowed, content, offset, Duration.ofSeconds(wait));
      }
      long from = Math.max(offset, about.first());
      long until = limit > LIMIT_MAX ? about.size() : Math.min(about.size(), from + limit);
      return new Answer.Octets(
          content.stream(from, until, allowed::counts),
          "application/octet-stream",
          headers(about, from, Math.max(from, until)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long offset(Call call, LogContent content, Kept about) throws IOException {
    Optional<Integer> tail = call.query("tail", Integer::parseInt);
    Optional<Long> offset = call.query("offset", Long::parseLong);
    if (tail.filter(lines -> lines < 0 || lines > TAIL_LINES_MAX).isPresent()
        || offset.filter(at -> at < 0).isPresent()
        || (tail.isPresent() && offset.isPresent())) {
      throw Refusal.badRequest(
          "invalid-offset",
          "Give an offset of 0 or more, or a tail of 0 to " + TAIL_LINES_MAX + " lines.");
    }
    return tail.isPresent() ? content.lastLines(about, tail.get()) : offset.orElse(0L);
  }

  private static Kept awaited(
      Call call, Standing allowed, LogContent content, long offset, Duration wait)
      throws IOException {
    Semaphore grown = new Semaphore(0);
    try (Subscription _ = content.follow(grown::release)) {
      Kept about = content.about();
      for (long second = 0;
          second < wait.toSeconds() && about.size() <= offset && !about.finished();
          second++) {
        boolean _ = grown.tryAcquire(1, TimeUnit.SECONDS);
        if (!allowed.counts()) {
          throw call.isStanding() ? Refusal.narrowed() : Refusal.ended();
        }
        about = content.about();
      }
      return about;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for more of a log.", e);
    }
  }

  /** What is not here was there, perhaps, when the delivery is older than logs are kept. */
  private Refusal missing(DeliveryRow delivery) {
    Instant before = clock.instant().minus(doors.logs().keeping().time());
    return delivery.madeAt().isBefore(before)
        ? gone("This delivery has no such log, or not any more: ")
        : Refusal.notFound();
  }

  private Refusal gone(String because) {
    DeliveryLogs.Keeping keeping = doors.logs().keeping();
    return Refusal.of(
        410,
        "log-removed",
        because
            + "logs are kept for %s, and %d GiB of all together."
                .formatted(
                    keeping.time().toDays() == 1 ? "one day" : keeping.time().toDays() + " days",
                    keeping.bytesMax() >> 30));
  }

  /** Whether the caller may read this delivery still. */
  private boolean isAllowed(Call call) {
    return call.isStanding()
        && new Reading(doors, call)
            .find(Tables.DELIVERIES, Deliveries.id(call).toString())
            .isPresent();
  }

  private static Map<String, String> headers(Kept about, long from, long next) {
    return Map.of(
        "Slipway-Log-Offset", Long.toString(from),
        "Slipway-Log-Next", Long.toString(next),
        "Slipway-Log-Size", Long.toString(about.size()),
        "Slipway-Log-Dropped", Long.toString(about.dropped()),
        "Slipway-Log-Finished", Boolean.toString(about.finished()),
        // Whoever gets less is told so by the broken connection, and takes no part for the whole.
        "Content-Length", Long.toString(next - from),
        "Content-Disposition", "attachment; filename=\"" + about.name() + ".log\"",
        "Cache-Control", "no-store");
  }
}
