package dev.slipway.app.guide;

import dev.slipway.app.trial.Java;
import dev.slipway.app.trial.Leftovers;
import dev.slipway.app.trial.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Somebody who reads pages and types what stands there: in a home of their own, where Git knows
 * their name, in a clone whose {@code ./slipway} is this build. Two things are other than for a
 * reader: the server takes a free port in the place of 7070, and looks at repositories every
 * second.
 */
final class Walk implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Path NOTES = Path.of("target/guides.txt");
  private static final String USUAL = "http://127.0.0.1:7070";

  private final Path home;
  private final Process terminal;
  private final Writer keys;
  private final List<Long> staying = new ArrayList<>();
  private int typed;

  private Walk(Path home, Process terminal) {
    this.home = home;
    this.terminal = terminal;
    this.keys = terminal.outputWriter(StandardCharsets.UTF_8);
  }

  static Walk in(Path home) {
    try {
      Files.deleteIfExists(NOTES);
      Path clone = Files.createDirectories(home.resolve("slipway"));
      Files.writeString(
          home.resolve(".gitconfig"),
          "[user]\nname = A Reader\nemail = reader@example.org\n[commit]\ngpgsign = false\n");
      Path launcher = Files.writeString(clone.resolve("slipway"), launcher());
      var _ = launcher.toFile().setExecutable(true);
      ProcessBuilder shell =
          new ProcessBuilder("sh", "-e")
              .directory(clone.toFile())
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("terminal").toFile());
      shell.environment().keySet().removeIf(name -> name.startsWith("SLIPWAY_"));
      shell.environment().put("HOME", home.toString());
      return new Walk(home, shell.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String launcher() {
    return """
    #!/bin/sh
    case "${1:-} ${2:-}" in
      'up '* | 'doctor '* | 'image '* | 'rebase '* | 'ledger verify' | 'agent join' | 'agent run') main=dev.slipway.app.Main ;;
      *) main=dev.slipway.cli.Main ;;
    esac
    if [ "$1" = up ]; then shift; set -- up --listen 127.0.0.1:0 --poll 1 "$@"; fi
    exec '%s' "$main" "$@"
    """
        .formatted(String.join("' '", Java.machine()));
  }

  /** Goes through a page; the first thing that is not as it stands there ends it. */
  void through(Page page) {
    for (Block block : page.blocks()) {
      switch (block.manner()) {
        case RUNS -> type(block, ". ./NAME </dev/null >NAME.out 2>&1; code=0");
        case FAILS -> type(block, "code=0; (. ./NAME) </dev/null >NAME.out 2>&1 || code=$?");
        case STAYS -> leave(block);
        case NOT_RUN -> {}
      }
    }
  }

  /** What fails ends the terminal's shell, unless the line asks how it ended. */
  private void type(Block block, String line) {
    long began = System.nanoTime();
    Path script = script(block);
    send(line + "; echo $code >NAME.new; mv NAME.new NAME.code", script);
    Path ended = script.resolveSibling(script.getFileName() + ".code");
    await(block.place() + " ends", () -> Files.exists(ended) || !terminal.isAlive());
    String printed = printed(script);
    note(block, printed, Duration.ofNanos(System.nanoTime() - began));
    boolean succeeded = read(ended).strip().equals("0");
    if (!Files.exists(ended) || succeeded == (block.manner() == Block.Manner.FAILS)) {
      throw new AssertionError(block.place() + " does not end as it should:\n" + printed);
    }
    if (block.shown().filter(shown -> !Shown.isAll(shown, printed)).isPresent()) {
      throw new AssertionError(block.place() + " prints something else:\n" + printed);
    }
  }

  private void leave(Block block) {
    Path script = script(block);
    send("(. ./NAME) </dev/null >NAME.out 2>&1 & echo $! >NAME.new; mv NAME.new NAME.pid", script);
    Path pid = script.resolveSibling(script.getFileName() + ".pid");
    await(block.place() + " begins", () -> Files.exists(pid));
    staying.add(Long.parseLong(read(pid).strip()));
    String shown =
        block.shown().orElseThrow(() -> new AssertionError(block.place() + " shows nothing"));
    await(block.place() + " shows it", () -> Shown.isBeginning(shown, printed(script)));
  }

  /** Keeps what was printed, for whoever writes it into a page, and how long that took. */
  private static void note(Block block, String printed, Duration took) {
    try {
      Files.writeString(
          NOTES,
          "%s, %d ms%n%s%s%n"
              .formatted(block.place(), took.toMillis(), block.commands().indent(2), printed),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await(String what, BooleanSupplier isSo) {
    try {
      Pause.until(what, PATIENCE, isSo);
    } catch (AssertionError late) {
      throw new AssertionError(late.getMessage() + "\n" + printed(last()), late);
    }
  }

  private Path last() {
    return home.resolve("slipway/.typed-" + typed);
  }

  private Path script(Block block) {
    typed++;
    try {
      return Files.writeString(last(), block.commands());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void send(String line, Path script) {
    try {
      keys.write(line.replace("NAME", script.getFileName().toString()) + "\n");
      keys.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String printed(Path script) {
    String text = read(script.resolveSibling(script.getFileName() + ".out"));
    String address = read(home.resolve(".local/share/slipway/address")).strip();
    return address.isEmpty() ? text : text.replace(address, USUAL);
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends what stayed, as Ctrl-C does, and then what Slipway left running. */
  @Override
  public void close() {
    staying.stream()
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .flatMap(ProcessHandle::children)
        .toList()
        .forEach(Walk::end);
    terminal.destroy();
    Leftovers.end(home);
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException late) {
      process.destroyForcibly();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
