package dev.slipway.source.git;

import dev.slipway.model.RepositoryUrl;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a host answers over SSH. What may stand here means nothing special to ssh, to git or to a
 * shell, and none of it looks like an option.
 *
 * @param host a name or an IPv4 address in small letters, or an IPv6 address in brackets
 * @param port from 1 to 65535
 */
public record SshPlace(String host, int port) {

  private static final int USUAL_PORT = 22;
  private static final int PORT_MAX = 65_535;

  private static final String HOST =
      "(?<host>[A-Za-z0-9][A-Za-z0-9._-]{0,252}|\\[[0-9A-Fa-f:.]{2,45}\\])";
  private static final String USER = "[A-Za-z0-9_][A-Za-z0-9._-]{0,63}";
  private static final String PORT = "(?::(?<port>[0-9]{1,5}))?";

  private static final Pattern URL =
      Pattern.compile("ssh://(?:" + USER + "@)?" + HOST + PORT + "/\\S+");
  private static final Pattern SECURE_COPY =
      Pattern.compile(USER + "@(?<host>[A-Za-z0-9][A-Za-z0-9.-]{0,252}):[^\\s:-][^\\s:]*");
  private static final Pattern WRITTEN = Pattern.compile(HOST + PORT);

  /** Where an address leads; absent when it is none that is asked over SSH. */
  static Optional<SshPlace> of(RepositoryUrl url) {
    Matcher written = URL.matcher(url.value());
    if (written.matches()) {
      return of(written.group("host"), Optional.ofNullable(written.group("port")));
    }
    Matcher copy = SECURE_COPY.matcher(url.value());
    return copy.matches() ? of(copy.group("host"), Optional.empty()) : Optional.empty();
  }

  /** Reads {@code HOST} or {@code HOST:PORT}. */
  static Optional<SshPlace> of(String text) {
    Matcher written = WRITTEN.matcher(text);
    return written.matches()
        ? of(written.group("host"), Optional.ofNullable(written.group("port")))
        : Optional.empty();
  }

  private static Optional<SshPlace> of(String host, Optional<String> written) {
    int port = written.map(Integer::parseInt).orElse(USUAL_PORT);
    return port >= 1 && port <= PORT_MAX
        ? Optional.of(new SshPlace(host.toLowerCase(Locale.ROOT), port))
        : Optional.empty();
  }

  /** As it is written, without the port that everybody takes. */
  @Override
  public String toString() {
    return port == USUAL_PORT ? host : host + ":" + port;
  }
}
