package dev.slipway.cli.follow;

import dev.slipway.cli.Exit;
import dev.slipway.cli.Failure;
import dev.slipway.cli.server.LogBytes;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Terminal;
import dev.slipway.cli.show.Transcript;
import dev.slipway.cli.show.Visible;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads logs, once or for as long as their delivery is on its way. Where it is in each log it knows
 * by offset, so a lost connection costs nothing and repeats nothing. Not thread-safe.
 */
public final class LogFollowing {

  private static final String BROKE_OFF = "What was read until now cannot be read any more. ";
  private static final int BLOCK = 64 << 10;
  private static final int WAIT_SECONDS = 2;
  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(300);

  private final Server server;
  private final Terminal terminal;
  private final Pause pause;
  private final Function<String, Request> request;
  private final Start start;
  private final Map<String, Long> next = new HashMap<>();
  private Optional<Transcript> transcript = Optional.empty();
  private String current = "";

  /** Where to begin: with the last lines, at an offset, or at the beginning. */
  public record Start(Optional<Integer> tail, Optional<Long> offset) {}

  public LogFollowing(
      Server server,
      Terminal terminal,
      Pause pause,
      Function<String, Request> request,
      Start start) {
    this.server = server;
    this.terminal = terminal;
    this.pause = pause;
    this.request = request;
    this.start = start;
  }

  /** Writes what is there. */
  public void once(List<String> logs) {
    if (logs.isEmpty()) {
      terminal.remark("Nothing was written, or it has not arrived yet.");
    }
    for (String log : logs) {
      try {
        long _ = read(log, logs.size(), 0);
      } catch (IOException _) {
        again(log, logs.size());
      }
    }
    end();
  }

  /** Goes on where a log broke off; where that is not allowed any more, the server says why. */
  private void again(String log, int count) {
    try {
      long _ = read(log, count, 0);
    } catch (IOException e) {
      throw Failure.because("The log broke off: " + e.getMessage());
    } catch (Failure failure) {
      throw failure.after(BROKE_OFF);
    }
  }

  /** Writes what comes until the delivery has ended and everything of it was written. */
  public Exit until(Supplier<List<String>> logs, Supplier<Standing> look) {
    try {
      while (true) {
        Optional<Exit> exit = Optional.empty();
        long brought = 0;
        try {
          exit = look.get().end();
          List<String> all = logs.get();
          for (String log : all) {
            brought += read(log, all.size(), all.size() == 1 || exit.isPresent() ? wait(exit) : 0);
          }
        } catch (IOException _) {
          // A lost connection; what is missing is asked for in the next round.
          exit = Optional.empty();
        } catch (Failure failure) {
          if (!failure.isPassing()) {
            throw next.isEmpty() ? failure : failure.after(BROKE_OFF);
          }
          exit = Optional.empty();
        }
        if (exit.isPresent() && brought == 0) {
          end();
          return exit.get();
        }
        pause.take(brought == 0 ? BETWEEN_ROUNDS : Duration.ZERO);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw Failure.because("Interrupted; what was followed goes on.");
    }
  }

  /** What ended may still be on its way here, for a moment. */
  private static int wait(Optional<Exit> exit) {
    return exit.isPresent() ? 1 : WAIT_SECONDS;
  }

  private long read(String log, int count, int waitSeconds) throws IOException {
    boolean begun = next.containsKey(log);
    try (LogBytes bytes = server.log(asked(log, waitSeconds))) {
      remarkDropped(log, begun, bytes);
      long read = 0;
      byte[] block = new byte[BLOCK];
      int length = bytes.content().read(block);
      while (length > 0) {
        to(log, count).write(block, length);
        read += length;
        next.put(log, bytes.offset() + read);
        length = bytes.content().read(block);
      }
      next.put(log, bytes.offset() + read);
      return read;
    }
  }

  private Request asked(String log, int waitSeconds) {
    Request asked = request.apply(log);
    if (waitSeconds > 0) {
      asked = asked.with("wait", String.valueOf(waitSeconds));
    }
    Long known = next.get(log);
    return known == null
        ? asked
            .with("tail", start.tail().map(String::valueOf))
            .with("offset", start.offset().map(String::valueOf))
        : asked.with("offset", String.valueOf(known));
  }

  private void remarkDropped(String log, boolean begun, LogBytes bytes) {
    if (!begun && bytes.dropped() > 0) {
      terminal.remark(
          "%s: %s given up, because it is longer than what is kept."
              .formatted(
                  Visible.of(log),
                  bytes.dropped() == 1
                      ? "one byte was"
                      : "%d bytes were".formatted(bytes.dropped())));
    }
  }

  /** Says whose bytes come next, where there are several. */
  private Transcript to(String log, int count) {
    if (transcript.isEmpty() || !current.equals(log)) {
      end();
      if (count > 1 || !current.isEmpty()) {
        terminal.remark("==> " + Visible.of(log) + " <==");
      }
      current = log;
      transcript = Optional.of(new Transcript(terminal));
    }
    return transcript.get();
  }

  private void end() {
    transcript.ifPresent(Transcript::end);
    transcript = Optional.empty();
  }
}
