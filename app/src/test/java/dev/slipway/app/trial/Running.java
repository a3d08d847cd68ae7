package dev.slipway.app.trial;

import dev.slipway.app.outside.Person;
import dev.slipway.app.server.DataFolder;
import dev.slipway.app.server.Server;
import dev.slipway.app.server.ServerOptions;
import dev.slipway.ledger.Logs;
import dev.slipway.outbound.Reach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A whole server in this process, on a free port, and a client of its API. */
record Running(Server server, String token, Path data) implements AutoCloseable {

  static Running start(Path data, Duration pollInterval) {
    return at(data, InetSocketAddress.createUnresolved("127.0.0.1", 0), pollInterval);
  }

  /** One that listens at an address, such as where the one before it did. */
  static Running at(Path data, InetSocketAddress listen, Duration pollInterval) {
    return started(data, new ServerOptions(new DataFolder(data), listen, pollInterval));
  }

  /** One that may reach receivers on this machine, with secrets in a folder. */
  static Running telling(Path data, Path secretFiles) {
    return started(
        data, telling(data, secretFiles, InetSocketAddress.createUnresolved("127.0.0.1", 0)));
  }

  /** One that reads checks from a GitHub on this machine, with its token in a folder. */
  static Running reading(Path data, Path secretFiles, ServerOptions.GitHub github) {
    ServerOptions.Calls calls =
        new ServerOptions.Calls(
            Reach.of(List.of("127.0.0.1")),
            Optional.of(secretFiles),
            List.of(github),
            List.of(),
            ServerOptions.Registries.ANONYMOUS,
            Optional.empty(),
            Optional.of("https://slipway.example"));
    return calling(data, Duration.ofSeconds(1), calls);
  }

  /** One that sends letters through a mail server. */
  static Running mailing(Path data, Path secretFiles, ServerOptions.Mail mail) {
    ServerOptions.Calls calls =
        new ServerOptions.Calls(
            Reach.OUTSIDE_ONLY,
            Optional.of(secretFiles),
            List.of(),
            List.of(),
            ServerOptions.Registries.ANONYMOUS,
            Optional.of(mail),
            Optional.of("https://slipway.example"));
    return calling(data, Duration.ofSeconds(1), calls);
  }

  /** One that asks a registry on this machine which images are meant. */
  static Running following(Path data, Duration pollInterval, String registry) {
    ServerOptions.Calls calls =
        new ServerOptions.Calls(
            Reach.of(List.of("127.0.0.1")),
            Optional.empty(),
            List.of(),
            List.of(),
            new ServerOptions.Registries(Optional.empty(), Map.of(), Set.of(registry)),
            Optional.empty(),
            Optional.empty());
    return calling(data, pollInterval, calls);
  }

  private static Running calling(Path data, Duration pollInterval, ServerOptions.Calls calls) {
    return started(
        data,
        new ServerOptions(
            new DataFolder(data),
            InetSocketAddress.createUnresolved("127.0.0.1", 0),
            pollInterval,
            Logs.Keeping.STANDARD,
            calls));
  }

  private static Running started(Path data, ServerOptions options) {
    Server server = Server.start(options);
    try {
      return new Running(server, Files.readString(data.resolve("token")).strip(), data);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static ServerOptions telling(Path data, Path secretFiles, InetSocketAddress listen) {
    return telling(data, secretFiles, listen, List.of());
  }

  static ServerOptions telling(
      Path data, Path secretFiles, InetSocketAddress listen, List<ServerOptions.GitHub> github) {
    return new ServerOptions(
        new DataFolder(data),
        listen,
        Duration.ofSeconds(1),
        Logs.Keeping.STANDARD,
        new ServerOptions.Calls(
            Reach.of(List.of("127.0.0.1")),
            Optional.of(secretFiles),
            github,
            List.of(),
            ServerOptions.Registries.ANONYMOUS,
            Optional.empty(),
            Optional.empty()));
  }

  Api api() {
    return new Api(server.address(), token);
  }

  /** The command line of whoever started it. */
  Person starter() {
    return new Person(server.address(), token);
  }

  @Override
  public void close() {
    server.close();
    Sweep.of(data);
  }
}
