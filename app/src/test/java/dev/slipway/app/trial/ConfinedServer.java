package dev.slipway.app.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code slipway up} in a network that nothing gets into, and the command line beside it. */
final class ConfinedServer implements AutoCloseable {

  private static final String MAIN = "dev.slipway.app.Main";
  private static final long STOP_SECONDS_MAX = 60;

  private final OutboundOnly network;
  private final Path data;
  private final Process process;

  private ConfinedServer(OutboundOnly network, Path data, Process process) {
    this.network = network;
    this.data = data;
    this.process = process;
  }

  /** Listens at an address that would be reached from outside if anything got in. */
  static ConfinedServer up(OutboundOnly network, Path data, List<String> options) {
    List<String> words = new ArrayList<>(List.of("up", "--data", data.toString()));
    words.addAll(List.of("--listen", network.inside() + ":0", "--poll", "1"));
    words.addAll(options);
    try {
      Process process =
          Java.process(data.resolveSibling("server.log"), network.words(Java.words(MAIN, words)))
              .start();
      ConfinedServer server = new ConfinedServer(network, data, process);
      Pause.until(
          "the server, see server.log",
          () -> Files.exists(data.resolve("address")) || !process.isAlive());
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  URI address() {
    return URI.create(read("address"));
  }

  /** What the command line prints. */
  String asked(String... words) {
    List<String> command = new ArrayList<>(List.of("env"));
    command.add("SLIPWAY_URL=" + read("address"));
    command.add("SLIPWAY_TOKEN=" + read("token"));
    command.addAll(Java.words("dev.slipway.cli.Main", List.of(words)));
    return network.within(command.toArray(String[]::new));
  }

  /** An agent beside it, which enrols with a token. */
  RemoteAgent agent(String environment, String target, Path folder) {
    String[] printed = asked("target", "join-token", environment, target).split("\\s+", -1);
    List<String> join =
        List.of("agent", "join", read("address"), "--token", printed[printed.length - 1]);
    List<String> words = new ArrayList<>(join);
    words.addAll(List.of("--data", folder.toString()));
    network.within(Java.words(MAIN, words).toArray(String[]::new));
    return RemoteAgent.start(
        network.words(Java.words(MAIN, RemoteAgent.arguments(folder))), folder);
  }

  private String read(String name) {
    try {
      return Files.readString(data.resolve(name)).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(STOP_SECONDS_MAX, TimeUnit.SECONDS).join();
    Sweep.of(data, data.resolveSibling("server.log"));
  }
}
