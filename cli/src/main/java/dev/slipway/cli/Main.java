package dev.slipway.cli;

import dev.slipway.cli.show.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/** Gives the process' own ports to the verbs. */
public final class Main {

  private Main() {}

  /**
   * Runs one verb and ends the process with its exit code. The launcher says in {@code
   * slipway.terminal} which of {@code out} and {@code err} are terminals; finding it out here would
   * cost every start some milliseconds.
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
        new Context(terminal, variables, InstantSource.system(), Thread::sleep, SecureRandom::new);
    System.exit(Verbs.run(context, arguments));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor)),
        true,
        StandardCharsets.UTF_8);
  }
}
