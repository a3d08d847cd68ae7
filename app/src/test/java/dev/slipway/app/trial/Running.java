package dev.slipway.app.trial;

import dev.slipway.app.outside.Person;
import dev.slipway.app.server.DataFolder;
import dev.slipway.app.server.Server;
import dev.slipway.app.server.ServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A whole server in this process, on a free port, and a client of its API. */
record Running(Server server, String token) implements AutoCloseable {

  static Running start(Path data, Duration pollInterval) {
    InetSocketAddress anyPort = InetSocketAddress.createUnresolved("127.0.0.1", 0);
    Server server = Server.start(new ServerOptions(new DataFolder(data), anyPort, pollInterval));
    try {
      String token = Files.readString(data.resolve("token")).strip();
      return new Running(server, token);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
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
  }
}
