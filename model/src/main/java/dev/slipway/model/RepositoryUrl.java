package dev.slipway.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a Git repository is fetched from. Which schemes are allowed is for {@code config} and the
 * source to say.
 */
public record RepositoryUrl(String value) implements Comparable<RepositoryUrl> {

  private static final int LENGTH_MAX = 2048;

  private static final Pattern NETWORK =
      Pattern.compile(
          "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?:[^/@]*@)?(?<host>[^/@]+)/(?<path>.*)");
  private static final Pattern SECURE_COPY = Pattern.compile("[^/:@]+@(?<host>[^/:]+):(?<path>.*)");

  public RepositoryUrl {
    if (value.isBlank() || value.length() > LENGTH_MAX || value.startsWith("-")) {
      throw new InvalidValue(
          "repository address",
          "must be a URL or an absolute path of at most " + LENGTH_MAX + " characters");
    }
    if (value.chars().anyMatch(Character::isISOControl) || !Texts.isWellFormed(value)) {
      throw new InvalidValue(
          "repository address", "must not hold control characters or half characters");
    }
  }

  /**
   * Whether both addresses lead to the same repository, as far as one can tell by looking. A host
   * names one repository differently for each protocol ({@code https://host/team/shop.git}, {@code
   * git@host:team/shop}), so scheme, user, default port, letter case of the network forms, a final
   * slash and a final {@code .git} do not count. It decides whom a hint concerns and nothing more:
   * what is fetched is always the address that a person registered.
   */
  public boolean leadsToSamePlaceAs(RepositoryUrl other) {
    return value.equals(other.value) || place().equals(other.place());
  }

  /** The place without the way there, such as {@code host/team/shop} or {@code /srv/shop}. */
  public String place() {
    Matcher network = NETWORK.matcher(value);
    if (network.matches()) {
      String scheme = network.group("scheme").toLowerCase(Locale.ROOT);
      return overNetwork(withoutDefaultPort(scheme, network.group("host")), network.group("path"));
    }
    Matcher secureCopy = SECURE_COPY.matcher(value);
    if (secureCopy.matches()) {
      return overNetwork(secureCopy.group("host"), secureCopy.group("path"));
    }
    return withoutEnding(value.startsWith("file://") ? value.substring("file://".length()) : value);
  }

  private static String overNetwork(String host, String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return withoutEnding(host + "/" + relative).toLowerCase(Locale.ROOT);
  }

  private static String withoutDefaultPort(String scheme, String host) {
    String port =
        switch (scheme) {
          case "https" -> ":443";
          case "http" -> ":80";
          case "ssh" -> ":22";
          case "git" -> ":9418";
          default -> "";
        };
    return host.endsWith(port) ? host.substring(0, host.length() - port.length()) : host;
  }

  private static String withoutEnding(String place) {
    int end = place.length();
    while (end > 1 && place.charAt(end - 1) == '/') {
      end--;
    }
    String trimmed = place.substring(0, end);
    return trimmed.endsWith(".git") && !trimmed.endsWith("/.git")
        ? trimmed.substring(0, trimmed.length() - ".git".length())
        : trimmed;
  }

  @Override
  public int compareTo(RepositoryUrl other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
