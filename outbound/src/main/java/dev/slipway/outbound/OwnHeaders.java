package dev.slipway.outbound;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** Headers that a call may bring: none that say where it goes or how long it is. Stateless. */
final class OwnHeaders {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");

  private static final Set<String> NOT_OURS =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private OwnHeaders() {}

  static void check(SortedMap<String, String> headers) throws NotAllowed {
    if (headers.size() > Bounds.HEADERS_MAX) {
      throw new NotAllowed(
          "too-many-headers", "There are more than " + Bounds.HEADERS_MAX + " headers.");
    }
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (!isName(header.getKey()) || !isValue(header.getValue())) {
        throw new NotAllowed(
            "header-not-allowed",
            "One of the headers has a name or a value that no header may have, or is one that the"
                + " connection needs for itself.");
      }
    }
  }

  private static boolean isName(String name) {
    return NAME.matcher(name).matches() && !NOT_OURS.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean isValue(String value) {
    return value.length() <= Bounds.HEADER_LENGTH_MAX && VALUE.matcher(value).matches();
  }
}
