package dev.slipway.outbound;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be asked of somebody outside.
 *
 * @param url as it was written; it is judged when it is called
 * @param headers of our own, credentials among them; they are for this scheme, host and port alone
 * @param body absent where nothing is sent
 * @param stays whether it is told when the answer leads elsewhere, and not followed
 */
public record Call(
    Method method,
    String url,
    SortedMap<String, String> headers,
    Optional<String> body,
    boolean stays) {

  public Call {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }

  /** The methods that are needed. */
  public enum Method {
    GET,
    POST
  }

  public static Call get(String url, Map<String, String> headers) {
    return new Call(Method.GET, url, new TreeMap<>(headers), Optional.empty(), false);
  }

  public static Call post(String url, Map<String, String> headers, String body) {
    return new Call(Method.POST, url, new TreeMap<>(headers), Optional.of(body), false);
  }

  /** The same, to this address and no other. */
  public Call staying() {
    return new Call(method, url, headers, body, true);
  }
}
