package dev.slipway.bench.floor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** The floor of starting: a JVM with Jetty and SQLite that writes a row for every request. */
public final class BareServer {

  private BareServer() {}

  /** Serves from the folder that is the only argument, until the process is ended. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Connection database =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("floor.sqlite"));
    execute(database, "PRAGMA journal_mode = WAL");
    execute(database, "PRAGMA synchronous = FULL");
    execute(database, "CREATE TABLE IF NOT EXISTS event (id INTEGER PRIMARY KEY, body TEXT)");
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Remember(database));
    server.start();
    announce(folder, connector.getLocalPort());
    server.join();
  }

  private static void announce(Path folder, int port) throws IOException {
    Path fresh = Files.writeString(folder.resolve("address.new"), "http://127.0.0.1:" + port);
    Files.move(fresh, folder.resolve("address"));
  }

  private static void execute(Connection database, String statement) throws SQLException {
    try (Statement one = database.createStatement()) {
      one.execute(statement);
    }
  }

  /** Answers 202 once a row is durable. */
  private static final class Remember extends Handler.Abstract {

    private static final int ACCEPTED = 202;

    private final Connection database;

    Remember(Connection database) {
      this.database = database;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws SQLException {
      synchronized (database) {
        execute(database, "INSERT INTO event (body) VALUES ('an event')");
      }
      response.setStatus(ACCEPTED);
      callback.succeeded();
      return true;
    }
  }
}
