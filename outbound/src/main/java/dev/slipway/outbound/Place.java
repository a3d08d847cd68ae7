package dev.slipway.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A URL that has a form in which it may be called.
 *
 * @param host a name or an address written in full, without brackets
 * @param port never 0 or negative
 */
record Place(URI url, String scheme, String host, int port) {

  private static final int LENGTH_MAX = 2048;
  private static final int PORT_MAX = 65_535;
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}");

  static Place of(String text) throws NotAllowed {
    if (text.length() > LENGTH_MAX) {
      throw new NotAllowed(
          "url-too-long",
          "The URL has more than " + LENGTH_MAX + " characters; use a shorter one.");
    }
    return of(parse(text));
  }

  private static URI parse(String text) throws NotAllowed {
    try {
      return new URI(text);
    } catch (URISyntaxException bad) {
      throw new NotAllowed(
          "url-malformed", "This is no URL: " + bad.getReason() + ". Write https://host/path.");
    }
  }

  private static Place of(URI url) throws NotAllowed {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new NotAllowed(
          "scheme-not-allowed", "Only http and https are called; write https://host/path.");
    }
    if (url.getRawUserInfo() != null) {
      throw new NotAllowed(
          "user-in-url", "A URL holds no name or password; give credentials in a header instead.");
    }
    String host = host(url);
    int port = url.getPort() < 0 ? (scheme.equals("https") ? 443 : 80) : url.getPort();
    if (port == 0 || port > PORT_MAX) {
      throw new NotAllowed("port-not-allowed", "There is no port " + port + ".");
    }
    return new Place(url, scheme, host, port);
  }

  private static String host(URI url) throws NotAllowed {
    String written = url.getHost() == null ? "" : url.getHost();
    boolean six = written.startsWith("[");
    String host = six ? written.substring(1, written.length() - 1) : written;
    boolean isHost =
        six ? Literals.parse(host).isPresent() : HOST.matcher(host).matches() && isPlain(host);
    if (!isHost) {
      throw new NotAllowed(
          "host-not-allowed",
          "The URL's host is neither a name nor an address written in full, such as"
              + " hooks.example or 203.0.113.9.");
    }
    return host;
  }

  private static boolean isPlain(String host) {
    return !Literals.isNumber(host) || Literals.parse(host).isPresent();
  }

  /** Where a redirect leads. */
  Place to(String location) throws NotAllowed {
    Place next = of(url.resolve(parse(location)).toString());
    if (scheme.equals("https") && !next.scheme.equals("https")) {
      throw new NotAllowed(
          "redirect-to-plain", "The answer leads from https to http, which is not followed.");
    }
    return next;
  }

  /** Whether what is for this place is for the other one, too. */
  boolean isSameAs(Place other) {
    return scheme.equals(other.scheme) && host.equalsIgnoreCase(other.host) && port == other.port;
  }
}
