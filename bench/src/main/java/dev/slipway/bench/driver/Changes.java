package dev.slipway.bench.driver;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** A client that waits on the change stream, and notes when a rollout is told to have settled. */
public final class Changes implements AutoCloseable {

  /** The type of the change that says a placement has converged. */
  private static final String SETTLED = "\"type\":\"RolloutSettled\"";

  private final Connection connection;
  private final Bell settled = new Bell();

  private Changes(Connection connection) {
    this.connection = connection;
  }

  /** Follows what happens after a position, or from now on when there is none. */
  public static Changes follow(URI address, String query, Map<String, String> credentials)
      throws IOException {
    Connection connection = Connection.to(address);
    connection.begin("/api/v1/changes" + query, credentials);
    Changes changes = new Changes(connection);
    Thread.ofPlatform().name("changes").daemon(true).start(changes::watch);
    return changes;
  }

  private void watch() {
    try {
      int empty = 0;
      // Between two events there are a few empty lines; more than that is the end.
      while (empty < 10) {
        String line = connection.line();
        empty = line.isEmpty() ? empty + 1 : 0;
        if (line.startsWith("data:") && line.contains(SETTLED)) {
          settled.ring();
        }
      }
    } catch (IOException closed) {
      // Whoever waits in vain is told by the bell.
    }
  }

  public void forget() {
    settled.silence();
  }

  public long awaitSettled() {
    return settled.await("a rollout to settle");
  }

  @Override
  public void close() {
    connection.close();
  }
}
