package dev.slipway.cli;

import dev.slipway.cli.show.Keyboard;
import dev.slipway.cli.show.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** One run of the command line, with a clock that only pauses move. */
record Run(int exit, String out, String err, Duration paused) {

  static final Instant START = Instant.parse("2026-11-21T12:03:00Z");

  static Run of(StubServer server, String... arguments) {
    return of(Map.of("SLIPWAY_URL", server.address(), "SLIPWAY_TOKEN", "secret"), arguments);
  }

  /** With somebody at a terminal who types these lines. */
  static Run typing(StubServer server, List<String> lines, String... arguments) {
    Iterator<String> typed = lines.iterator();
    return of(
        Map.of("SLIPWAY_URL", server.address(), "SLIPWAY_TOKEN", "secret"),
        Optional.of(() -> typed.hasNext() ? Optional.of(typed.next()) : Optional.empty()),
        arguments);
  }

  static Run of(Map<String, String> variables, String... arguments) {
    return of(variables, Optional.empty(), arguments);
  }

  private static Run of(
      Map<String, String> variables, Optional<Keyboard> keyboard, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    AtomicReference<Instant> now = new AtomicReference<>(START);
    Context context =
        new Context(
            new Terminal(stream(out), stream(err), false, false, false),
            keyboard,
            _ -> "hunter2-canary\n".getBytes(StandardCharsets.UTF_8),
            variables,
            now::get,
            time -> now.updateAndGet(instant -> instant.plus(time)),
            () -> new Random(1));
    int exit = Verbs.run(context, arguments);
    return new Run(
        exit,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8),
        Duration.between(START, now.get()));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
