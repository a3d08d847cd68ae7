package dev.slipway.bench.driver;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * A client that waits on the change stream, and notes when it is told that an order was issued and
 * that a rollout has settled.
 */
public final class Changes implements AutoCloseable {

  /** The type of the change that says a placement has converged. */
  private static final String SETTLED = "\"type\":\"RolloutSettled\"";

  /** The type of the change that says that a target was given an order. */
  private static final String ORDERED = "\"type\":\"OrderIssued\"";

  private final Connection connection;
  private final Bell ordered = new Bell();
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
        String line = connection.streamed();
        empty = line.isEmpty() ? empty + 1 : 0;
        if (line.startsWith("data:") && line.contains(SETTLED)) {
          settled.ring();
        } else if (line.startsWith("data:") && line.contains(ORDERED)) {
          ordered.ring();
        }
      }
    } catch (IOException closed) {
      // Whoever waits in vain is told by the bell.
    }
  }

  public void forget() {
    ordered.silence();
    settled.silence();
  }

  /** When the first order since {@link #forget} was told. */
  public long awaitOrdered() {
    return ordered.await("an order to be issued");
  }

  public long awaitSettled() {
    return settled.await("a rollout to settle");
  }

  @Override
  public void close() {
    connection.close();
  }
}
