package dev.slipway.cli.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One question to the server.
 *
 * @param path from the root, its parts encoded
 * @param query {@code name=value}, encoded
 * @param body a record of the wire, where there is one
 * @param wish whether it changes something, and so takes an idempotency key
 */
public record Request(
    String method, String path, List<String> query, Optional<Record> body, boolean wish) {

  public Request {
    query = List.copyOf(query);
  }

  /** Asks for what lies under the parts of a path below {@code /api/v1}. */
  public static Request get(String... parts) {
    return new Request("GET", path(parts), List.of(), Optional.empty(), false);
  }

  /** Wishes something, under the parts of a path below {@code /api/v1}. */
  public static Request post(Record body, String... parts) {
    return new Request("POST", path(parts), List.of(), Optional.of(body), true);
  }

  /** Shows something that is taken once, so that no key is needed to know it again. */
  static Request once(Record body, String... parts) {
    return new Request("POST", path(parts), List.of(), Optional.of(body), false);
  }

  /** Wishes something that its path says already. */
  public static Request post(String... parts) {
    return new Request("POST", path(parts), List.of(), Optional.empty(), true);
  }

  /** Wishes that what lies under the parts of a path be gone. */
  public static Request delete(String... parts) {
    return new Request("DELETE", path(parts), List.of(), Optional.empty(), true);
  }

  /** The request for what lies one part deeper. */
  public Request under(String part) {
    return new Request(method, path + "/" + encoded(part), query, body, wish);
  }

  /** The request with one more query parameter. */
  public Request with(String name, String value) {
    List<String> more = new ArrayList<>(query);
    more.add(name + "=" + encoded(value));
    return new Request(method, path, more, body, wish);
  }

  /** The request with one more query parameter, if there is a value. */
  public Request with(String name, Optional<String> value) {
    return value.map(known -> with(name, known)).orElse(this);
  }

  String target() {
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private static String path(String... parts) {
    StringBuilder path = new StringBuilder("/api/v1");
    for (String part : parts) {
      path.append('/').append(encoded(part));
    }
    return path.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
