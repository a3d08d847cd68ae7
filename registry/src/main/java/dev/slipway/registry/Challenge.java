package dev.slipway.registry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a registry says that it has to know who asks. */
sealed interface Challenge {

  /**
   * A token is wanted.
   *
   * @param realm who hands it out, as the registry says; nothing was looked at yet
   * @param service what the token is to be for
   */
  record Bearer(String realm, Optional<String> service) implements Challenge {}

  /** User and password are wanted. */
  record Basic() implements Challenge {}

  /** Something else, or nothing that can be read. */
  record Unknown() implements Challenge {}

  int LENGTH_MAX = 4096;

  Pattern PARAMETER =
      Pattern.compile(
          "([A-Za-z]{1,20})=(?:\"([^\"\\\\]{0,2000})\"|([^\",\\s]{1,2000}))\\s*(?:,|$)\\s*");

  /** Of several ways that are offered, a token is taken first: it is worth least to a thief. */
  static Challenge of(List<String> headers) {
    List<Challenge> offered = headers.stream().map(Challenge::of).toList();
    return offered.stream()
        .filter(it -> it instanceof Bearer)
        .findFirst()
        .or(() -> offered.stream().filter(it -> it instanceof Basic).findFirst())
        .orElseGet(Unknown::new);
  }

  private static Challenge of(String header) {
    int space = header.indexOf(' ');
    String scheme = (space < 0 ? header : header.substring(0, space)).toLowerCase(Locale.ROOT);
    if (scheme.equals("basic")) {
      return new Basic();
    }
    if (!scheme.equals("bearer") || space < 0 || header.length() > LENGTH_MAX) {
      return new Unknown();
    }
    return parameters(header.substring(space + 1).strip())
        .filter(found -> found.containsKey("realm"))
        .<Challenge>map(found ->
            new Bearer(found.getOrDefault("realm", ""), Optional.ofNullable(found.get("service"))))
        .orElseGet(Unknown::new);
  }

  private static Optional<Map<String, String>> parameters(String text) {
    Map<String, String> found = new TreeMap<>();
    Matcher parameter = PARAMETER.matcher(text);
    int at = 0;
    while (at < text.length()) {
      parameter.region(at, text.length());
      if (!parameter.lookingAt()) {
        return Optional.empty();
      }
      String value = Optional.ofNullable(parameter.group(2)).orElseGet(() -> parameter.group(3));
      if (found.put(parameter.group(1).toLowerCase(Locale.ROOT), value) != null) {
        return Optional.empty();
      }
      at = parameter.end();
    }
    return Optional.of(found);
  }
}
