package dev.slipway.cli;

import dev.slipway.cli.show.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Gives the process' own ports to the verbs. */
public final class Main {

  private static final int LINE_LENGTH_MAX = 1_000;

  private Main() {}

  /**
   * Runs one verb and ends the process with its exit code. The launcher says in {@code
   * slipway.terminal} which of {@code in}, {@code out} and {@code err} are terminals; finding it
   * out here would cost every start some milliseconds.
   */
  public static void main(String... arguments) {
    Map<String, String> variables = System.getenv();
    String terminals = System.getProperty("slipway.terminal", "");
    Terminal terminal =
        new Terminal(
            utf8(FileDescriptor.out),
            utf8(FileDescriptor.err),
            terminals.contains("out"),
            terminals.contains("out") && !variables.containsKey("NO_COLOR"),
            terminals.contains("err"));
    Context context =
        new Context(
            terminal,
            terminals.contains("in") && terminals.contains("err")
                ? Optional.of(Main::line)
                : Optional.empty(),
            atMost -> concealed(atMost, terminals.contains("in")),
            variables,
            InstantSource.system(),
            Thread::sleep,
            SecureRandom::new);
    System.exit(Verbs.run(context, arguments));
  }

  /** One byte after the other, so that nothing is taken that the next question is for. */
  private static Optional<String> line() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      int next = System.in.read();
      if (next < 0) {
        return Optional.empty();
      }
      while (next >= 0 && next != '\n' && line.size() < LINE_LENGTH_MAX) {
        line.write(next);
        next = System.in.read();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8));
  }

  /** What is typed is not shown; what comes through a pipe is taken as it is. */
  private static byte[] concealed(int atMost, boolean isTyped) {
    Optional<Console> console =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).filter(_ -> isTyped);
    if (console.isPresent()) {
      char[] typed = console.orElseThrow().readPassword("Value: ");
      return typed == null ? new byte[0] : new String(typed).getBytes(StandardCharsets.UTF_8);
    }
    try {
      return System.in.readNBytes(atMost);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor)),
        true,
        StandardCharsets.UTF_8);
  }
}
