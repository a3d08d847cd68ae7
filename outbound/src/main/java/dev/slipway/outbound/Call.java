package dev.slipway.outbound;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be asked of somebody outside.
 *
 * @param url as it was written; it is judged when it is called
 * @param headers of our own, credentials among them; they are for this scheme, host and port alone
 * @param wanted which headers of the answer are looked at, in small letters
 * @param patience for this call, where it is not everybody's
 * @param stays whether it is told when the answer leads elsewhere, and not followed
 */
public record Call(
    Method method,
    String url,
    SortedMap<String, String> headers,
    Content content,
    Set<String> wanted,
    Optional<Duration> patience,
    boolean stays) {

  public Call {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    wanted = Set.copyOf(wanted);
  }

  /** The methods that are needed. */
  public enum Method {
    GET,
    HEAD,
    POST,
    PUT,
    PATCH;

    /** Whether it only asks, so that it may be asked elsewhere. */
    boolean onlyAsks() {
      return this == GET || this == HEAD;
    }
  }

  /** What is sent along. */
  public sealed interface Content {

    /** Nothing. */
    record None() implements Content {}

    /** Text, as JSON where no header says otherwise. */
    record Text(String text) implements Content {}

    /** The bytes of a file, which may be many. */
    record OfFile(Path file) implements Content {}
  }

  public static Call of(Method method, String url, Map<String, String> headers) {
    return new Call(
        method, url, new TreeMap<>(headers), new Content.None(), Set.of(), Optional.empty(), false);
  }

  public static Call get(String url, Map<String, String> headers) {
    return of(Method.GET, url, headers);
  }

  public static Call post(String url, Map<String, String> headers, String body) {
    return of(Method.POST, url, headers).with(new Content.Text(body));
  }

  public static Call patch(String url, Map<String, String> headers, String body) {
    return of(Method.PATCH, url, headers).with(new Content.Text(body));
  }

  /** The same, with these headers of our own instead. */
  public Call with(Map<String, String> own) {
    return new Call(method, url, new TreeMap<>(own), content, wanted, patience, stays);
  }

  public Call with(Content sent) {
    return new Call(method, url, headers, sent, wanted, patience, stays);
  }

  /** The same, and these headers of the answer are told. */
  public Call wanting(Set<String> names) {
    return new Call(method, url, headers, content, names, patience, stays);
  }

  /** The same, with as much time as many bytes need. */
  public Call within(Duration time) {
    return new Call(method, url, headers, content, wanted, Optional.of(time), stays);
  }

  /** The same, to this address and no other. */
  public Call staying() {
    return new Call(method, url, headers, content, wanted, patience, true);
  }
}
