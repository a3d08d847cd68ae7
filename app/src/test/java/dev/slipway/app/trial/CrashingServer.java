package dev.slipway.app.trial;

import dev.slipway.app.server.DataFolder;
import dev.slipway.app.server.Server;
import dev.slipway.app.server.ServerOptions;
import dev.slipway.ledger.sql.DurableWrites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The server, in a process of its own, which is killed by the {@link Doom} that its data folder is
 * told. Arguments: the data folder, where to listen.
 */
final class CrashingServer {

  private CrashingServer() {}

  public static void main(String[] arguments) {
    DataFolder data = new DataFolder(Path.of(arguments[0]));
    Doom.Count count = new Doom.Count(data.root());
    DurableWrites writes =
        new DurableWrites() {
          @Override
          public void before(What what) {
            count.before();
          }

          @Override
          public void after(What what) {
            count.after();
          }
        };
    var _ = Server.start(options(data, listen(arguments[1])), writes);
  }

  /**
   * Where there is a folder of secrets beside its own, it may tell receivers on this machine; where
   * a file names a GitHub there, with the file of its token, that one may be asked.
   */
  private static ServerOptions options(DataFolder data, InetSocketAddress listen) {
    Path secretFiles = data.root().resolveSibling("secret-files");
    return Files.isDirectory(secretFiles)
        ? Running.telling(data.root(), secretFiles, listen, github(data))
        : new ServerOptions(data, listen, Duration.ofSeconds(1));
  }

  private static List<ServerOptions.GitHub> github(DataFolder data) {
    Path named = data.root().resolveSibling("github");
    try {
      return Files.exists(named)
          ? List.of(ServerOptions.GitHub.of(Files.readString(named).strip()))
          : List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static InetSocketAddress listen(String text) {
    int colon = text.lastIndexOf(':');
    return InetSocketAddress.createUnresolved(
        text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }
}
