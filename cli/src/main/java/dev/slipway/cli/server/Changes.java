package dev.slipway.cli.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The change stream (server-sent events), one event after the other. Whoever reads looks at the
 * present state again on each, so the events' contents are not needed, only that there was one. Not
 * thread-safe.
 */
public final class Changes implements AutoCloseable {

  private static final int READ_MILLIS_MAX = 15_000;
  private static final int LINE_LENGTH_MAX = 1 << 20;

  private final BufferedReader lines;

  private Changes(InputStream in) {
    lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /**
   * Opens the stream from now on. The server's heartbeats (every 4 s) tell a silent stream from a
   * dead one.
   *
   * @param patienceMillis after how long without a byte reading fails, at most 15 s
   * @throws IOException where the server cannot be reached for now
   */
  public static Changes open(Server server, long patienceMillis) throws IOException {
    int millis = Math.clamp(patienceMillis, 1, READ_MILLIS_MAX);
    return new Changes(server.stream(Request.get("changes"), millis));
  }

  /**
   * The next event's data; empty at a heartbeat.
   *
   * @throws IOException when the stream has ended or is silent for too long
   */
  public Optional<String> next() throws IOException {
    StringBuilder data = new StringBuilder();
    String type = "";
    while (true) {
      String line = lines.readLine();
      if (line == null) {
        throw new IOException("the stream has ended");
      }
      if (line.isEmpty()) {
        if (data.isEmpty() && type.isEmpty()) {
          continue;
        }
        return "heartbeat".equals(type) ? Optional.empty() : Optional.of(data.toString());
      }
      if (line.startsWith("event:")) {
        type = line.substring("event:".length()).strip();
      } else if (line.startsWith("data:") && data.length() < LINE_LENGTH_MAX) {
        data.append(line, "data:".length(), line.length());
      }
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
