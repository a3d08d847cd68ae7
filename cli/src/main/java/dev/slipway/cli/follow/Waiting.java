package dev.slipway.cli.follow;

import dev.slipway.cli.Exit;
import dev.slipway.cli.Failure;
import dev.slipway.cli.server.Changes;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Terminal;
import dev.slipway.cli.show.Visible;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Waits by listening to the change stream and looking again whenever something changed. It never
 * trusts the stream for the state itself, so a lost connection costs nothing but time: it listens
 * first, then looks, then reads what comes. Killing it changes nothing at the server.
 */
public final class Waiting {

  private static final Duration RETRY_AFTER = Duration.ofMillis(500);

  private final Server server;
  private final Terminal terminal;
  private final InstantSource clock;
  private final Pause pause;

  public Waiting(Server server, Terminal terminal, InstantSource clock, Pause pause) {
    this.server = server;
    this.terminal = terminal;
    this.clock = clock;
    this.pause = pause;
  }

  /** What a wait came to. */
  public record Result(Exit exit, Standing last) {}

  /**
   * Looks until what is looked at has ended or the time is over.
   *
   * @param first what a first look found; failures after it are waited out if they may pass
   */
  public Result until(Standing first, Supplier<Standing> look, Duration timeout) {
    Instant end = clock.instant().plus(timeout);
    Standing standing = first;
    try (Progress progress = Progress.on(terminal)) {
      progress.show(standing);
      while (standing.end().isEmpty() && clock.instant().isBefore(end)) {
        standing = listen(standing, look, end, progress);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw Failure.because("Interrupted; what was waited for goes on at the server.");
    }
    if (standing.end().isEmpty()) {
      terminal.remark(
          "Not ended after %d s; it goes on at the server. Last seen: %s"
              .formatted(timeout.toSeconds(), Visible.of(standing.sentence())));
    }
    return new Result(standing.end().orElse(Exit.TIMEOUT), standing);
  }

  private Standing listen(Standing known, Supplier<Standing> look, Instant end, Progress progress)
      throws InterruptedException {
    Standing standing = known;
    try (Changes changes = Changes.open(server, left(end).toMillis())) {
      standing = look.get();
      progress.show(standing);
      while (standing.end().isEmpty() && !left(end).isZero()) {
        if (changes.next().isPresent()) {
          standing = look.get();
          progress.show(standing);
        }
      }
    } catch (IOException _) {
      pause.take(shorter(RETRY_AFTER, left(end)));
    } catch (Failure failure) {
      if (!failure.isPassing()) {
        throw failure;
      }
      pause.take(shorter(RETRY_AFTER, left(end)));
    }
    return standing;
  }

  private Duration left(Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
