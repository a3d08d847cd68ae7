package dev.slipway.app.outside;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Asks over HTTP, as anybody outside would. */
public final class Web {

  private static final int TIMEOUT_MILLIS = 30_000;

  private Web() {}

  /** A status and a body. */
  public record Answer(int status, String body) {}

  /** GETs an address; empty when nothing answers there. */
  public static Optional<Answer> get(URI address, Map<String, String> headers) {
    return request("GET", address, headers, "");
  }

  public static Optional<Answer> post(URI address, Map<String, String> headers, String body) {
    return request("POST", address, headers, body);
  }

  private static Optional<Answer> request(
      String method, URI address, Map<String, String> headers, String body) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setRequestMethod(method);
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      headers.forEach(connection::setRequestProperty);
      if (method.equals("POST")) {
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
          out.write(body.getBytes(StandardCharsets.UTF_8));
        }
      }
      int status = connection.getResponseCode();
      return Optional.of(new Answer(status, bodyOf(connection, status)));
    } catch (IOException nothingAnswers) {
      return Optional.empty();
    }
  }

  private static String bodyOf(HttpURLConnection connection, int status) throws IOException {
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
