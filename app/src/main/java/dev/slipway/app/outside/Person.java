package dev.slipway.app.outside;

import dev.slipway.cli.Context;
import dev.slipway.cli.Verbs;
import dev.slipway.cli.show.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line as one person has it: an address and a token. */
public record Person(URI server, String token) {

  /** Runs one verb to its end. */
  public Ended run(String... arguments) {
    return piping("", arguments);
  }

  /** As {@link #run}, with something on standard input. */
  public Ended piping(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Context context =
        new Context(
            new Terminal(stream(out), stream(err), false, false, false),
            Optional.empty(),
            _ -> input.getBytes(StandardCharsets.UTF_8),
            Map.of("SLIPWAY_URL", server.toString(), "SLIPWAY_TOKEN", token),
            InstantSource.system(),
            Thread::sleep,
            SecureRandom::new);
    int exit = Verbs.run(context, arguments);
    return new Ended(exit, text(out), text(err));
  }

  /** Types a line as it was printed, with the name of the program before it. */
  public Ended type(String line) {
    List<String> words = List.of(line.split(" ", -1));
    return run(words.subList(1, words.size()).toArray(String[]::new));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).strip();
  }

  /** How it ended, what it answered, and what it said beside that. */
  public record Ended(int exit, String out, String err) {

    /**
     * The answer of a verb that has to succeed.
     *
     * @throws Unexpected when it did not
     */
    public String orFail() {
      if (exit != 0) {
        throw new Unexpected("exit %d: %s%s".formatted(exit, out, err));
      }
      return out;
    }
  }
}
