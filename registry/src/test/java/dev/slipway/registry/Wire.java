package dev.slipway.registry;

import dev.slipway.model.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** HTTP as bare as it comes, for what stands beside the client that is tested. Stateless. */
final class Wire {

  private Wire() {}

  /** What was answered. */
  record Answer(int status, Map<String, String> headers, Bytes body) {

    Optional<String> header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(Map.Entry::getValue)
          .findFirst();
    }
  }

  static Answer send(String method, String url, Map<String, String> headers, byte[] body) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setInstanceFollowRedirects(false);
      connection.setRequestMethod(method);
      headers.forEach(connection::setRequestProperty);
      if (method.equals("PUT") || method.equals("POST")) {
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
          out.write(body);
        }
      }
      int status = connection.getResponseCode();
      Map<String, String> answered = new HashMap<>();
      connection
          .getHeaderFields()
          .forEach((name, values) ->
              Optional.ofNullable(name).ifPresent(it -> answered.put(it, values.getFirst())));
      try (InputStream in =
          status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
        return new Answer(
            status,
            answered,
            Optional.ofNullable(in).isPresent()
                ? Bytes.of(in.readAllBytes())
                : Bytes.of(new byte[0]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
