package dev.slipway.source.github;

import dev.slipway.model.RepositoryUrl;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A GitHub that may be asked: GitHub's own, or one of an enterprise. Only repositories whose
 * address leads to this host are asked about there, so that a token never goes to where somebody
 * else wrote.
 *
 * @param name the host in addresses of repositories, with the port where it is not the usual one
 * @param api where its REST API begins; a token is for this scheme, host and port alone
 * @param access by what it lets us in
 */
public record GitHubHost(String name, String api, GitHubAccess access) {

  private static final String OWN = "github.com";
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.0\\.0\\.1|\\[::1]");
  private static final Pattern REPOSITORY =
      Pattern.compile("(?<owner>[a-z0-9._-]{1,100})/(?<name>[a-z0-9._-]{1,100})");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");

  /** A repository there. */
  record Named(String owner, String name) {
    @Override
    public String toString() {
      return owner + "/" + name;
    }
  }

  /**
   * Reads how an administrator writes a host: {@code github.com}, or the address of another one.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static GitHubHost of(String written, GitHubAccess access) {
    String address = HOST.matcher(written).matches() ? "https://" + written : written;
    URI url = parsed(address);
    String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
    boolean plain = scheme.equals("http") && LOOPBACK.matcher(host).matches();
    String path = Optional.ofNullable(url.getPath()).orElse("");
    if (host.isEmpty()
        || !(scheme.equals("https") || plain)
        || url.getUserInfo() != null
        || url.getQuery() != null
        || url.getFragment() != null
        || !(path.isEmpty() || path.equals("/"))) {
      throw wrong(written);
    }
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    String place = new RepositoryUrl(scheme + "://" + host + port + "/x").place();
    String name = place.substring(0, place.length() - "/x".length());
    String api = name.equals(OWN) ? "https://api." + OWN : scheme + "://" + host + port + "/api/v3";
    return new GitHubHost(name, api, access);
  }

  private static URI parsed(String address) {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException _) {
      throw wrong(address);
    }
  }

  private static IllegalArgumentException wrong(String written) {
    return new IllegalArgumentException(
        "'%s' is no GitHub; write github.com, or the https address of another one without a path."
            .formatted(written));
  }

  /** What a repository is called here; empty where it lies elsewhere. */
  Optional<Named> named(RepositoryUrl repository) {
    String place = repository.place();
    if (!place.startsWith(name + "/")) {
      return Optional.empty();
    }
    var path = REPOSITORY.matcher(place.substring(name.length() + 1));
    return path.matches() && isName(path.group("owner")) && isName(path.group("name"))
        ? Optional.of(new Named(path.group("owner"), path.group("name")))
        : Optional.empty();
  }

  private static boolean isName(String text) {
    return !text.equals(".") && !text.equals("..");
  }
}
