package dev.slipway.cli.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;

/**
 * A part of a log as it comes from the server. Whoever has it closes it.
 *
 * @param next where to go on
 * @param dropped how many bytes of the log were given up
 * @param finished whether nothing comes after it
 */
public record LogBytes(InputStream content, long offset, long next, long dropped, boolean finished)
    implements AutoCloseable {

  static LogBytes of(HttpURLConnection connection) throws IOException {
    return new LogBytes(
        connection.getInputStream(),
        number(connection, "Slipway-Log-Offset"),
        number(connection, "Slipway-Log-Next"),
        number(connection, "Slipway-Log-Dropped"),
        Boolean.parseBoolean(connection.getHeaderField("Slipway-Log-Finished")));
  }

  private static long number(HttpURLConnection connection, String header) throws IOException {
    String text = connection.getHeaderField(header);
    if (text == null || !text.matches("[0-9]{1,18}")) {
      throw new IOException("the server's answer is no log");
    }
    return Long.parseLong(text);
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
