package dev.slipway.runtime.process;

import dev.slipway.forwarder.routes.ForwarderFolder;
import dev.slipway.forwarder.routes.Routes;
import dev.slipway.forwarder.routes.Standing;
import dev.slipway.model.Reason;
import dev.slipway.runtime.Surroundings;
import dev.slipway.runtime.files.Durable;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The host's forwarder: started when routes are to be put into force and none lives, and replaced,
 * without anybody noticing, when it runs another program than this agent brings. Several agents may
 * share one folder, and each keeps routes under names of its own. Thread-safe.
 */
public final class HostForwarder implements Forwarding {

  private static final Duration WITHIN = Duration.ofSeconds(30);
  private static final long LOG_MAX = 1 << 20;

  private final ForwarderFolder folder;
  private final ForwarderProgram program;
  private final Surroundings surroundings;
  private final Forwarders forwarders;

  private HostForwarder(Path root, ForwarderProgram program, Surroundings surroundings) {
    this.folder = new ForwarderFolder(root);
    this.program = program;
    this.surroundings = surroundings;
    this.forwarders = new Forwarders(folder);
  }

  /** Opens a folder, which is made when there is none. Nothing is started yet. */
  public static HostForwarder open(Path folder, ForwarderProgram program, Surroundings surroundings)
      throws IOException {
    Path root = Files.createDirectories(folder.toAbsolutePath());
    HostForwarder forwarder = new HostForwarder(root, program, surroundings);
    Files.createDirectories(forwarder.folder.routes());
    return forwarder;
  }

  @Override
  public boolean hasDoors() {
    return true;
  }

  @Override
  public Optional<Reason> route(String name, Routes routes) throws IOException {
    String text = routes.text();
    Path file = folder.routes().resolve(name);
    if (!read(file).equals(Optional.of(text))) {
      Durable.write(file, text);
    }
    ensure();
    long end = System.nanoTime() + WITHIN.toNanos();
    Optional<Reason> trouble = trouble(name);
    while (trouble.filter(why -> !why.code().equals("address-taken")).isPresent()
        && System.nanoTime() < end) {
      Forwarders.pause();
      if (forwarders.living().isEmpty()) {
        ensure();
      }
      trouble = trouble(name);
    }
    return trouble;
  }

  @Override
  public void unroute(String name) throws IOException {
    Files.deleteIfExists(folder.routes().resolve(name));
  }

  @Override
  public boolean isIdle(String name, InetSocketAddress way) {
    return everyOne(name, standing -> standing.idle().contains(way));
  }

  @Override
  public Optional<Reason> trouble(String name) {
    Optional<String> text = read(folder.routes().resolve(name));
    if (text.isEmpty()) {
      return reason("routes-missing", "The routes of " + name + " are gone.");
    }
    String digest = ForwarderFolder.digest(text.get());
    if (!everyOne(name, standing -> standing.digest().equals(digest))) {
      return reason("forwarder-gone", "No forwarder has the routes of " + name + " in force.");
    }
    return everyOne(name, standing -> standing.taken().isEmpty())
        ? Optional.empty()
        : reason(
            "address-taken",
            "The address of "
                + name
                + " is in use by somebody else; free it, or declare another port.");
  }

  private static Optional<Reason> reason(String code, String sentence) {
    return Optional.of(new Reason(code, sentence));
  }

  /** Whether there is a forwarder and each that lives says so of a name. */
  private boolean everyOne(String name, Predicate<Standing> holds) {
    try {
      List<Forwarders.Running> living = forwarders.living();
      return !living.isEmpty()
          && living.stream().allMatch(one -> one.standing(name).filter(holds).isPresent());
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Has a forwarder of this program live, and no other one stay. One starter at a time. */
  private synchronized void ensure() throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                folder.root().resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      List<Forwarders.Running> before = forwarders.living();
      Path version = folder.root().resolve("version");
      boolean same = read(version).equals(Optional.of(program.version()));
      if (before.isEmpty() || !same) {
        forwarders.sweep();
        Process process = start();
        Durable.write(version, program.version());
        await(process, before);
        before.forEach(Forwarders::dismiss);
      }
    }
  }

  private Process start() throws IOException {
    Path log = folder.root().resolve("log");
    if (Files.exists(log) && Files.size(log) > LOG_MAX) {
      Files.delete(log);
    }
    ProcessBuilder builder = new ProcessBuilder("setsid");
    builder.command().addAll(program.words(folder.root()));
    surroundings.putInto(
        builder.environment(),
        new HashMap<>(Map.of(SlotFolder.VARIABLE, folder.root().toString())));
    return builder
        .directory(folder.root().toFile())
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** The new one must know every route before an old one may go. */
  private void await(Process process, List<Forwarders.Running> before) throws IOException {
    long end = System.nanoTime() + WITHIN.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      List<Forwarders.Running> fresh =
          forwarders.living().stream().filter(one -> !before.contains(one)).toList();
      if (!fresh.isEmpty() && knowsAll(fresh.getFirst())) {
        return;
      }
      Forwarders.pause();
    }
    throw new IOException("The forwarder did not start; see " + folder.root().resolve("log"));
  }

  private boolean knowsAll(Forwarders.Running running) throws IOException {
    try (Stream<Path> files = Files.list(folder.routes())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(ForwarderFolder.PART))
          .allMatch(name -> running.standing(name).isPresent());
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
