package dev.slipway.config;

import dev.slipway.model.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which repository addresses are taken: https, http, ssh, {@code git@host:path}, file and absolute
 * paths, without credentials. It looks at the text only; where a host name leads is judged again
 * when the source connects. Stateless.
 */
public final class RepositoryAddresses {

  private static final int LENGTH_MAX = 2048;
  private static final String HOST = "(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)";
  private static final Pattern URL =
      Pattern.compile("(?:https?|ssh|file):/", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCP =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*@" + HOST + ":[A-Za-z0-9._~/+-]+");
  private static final Pattern PATH = Pattern.compile("/[\\p{L}\\p{N} ._~@+,=:()&!'/-]*");
  private static final Pattern NAMED_HOST = Pattern.compile(HOST);
  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");
  private static final Pattern NUMERIC_LAST_PART =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9A-Fa-f]*)");
  private static final List<String> NEVER =
      List.of("metadata.google.internal", "fd00:ec2::254", "0.0.0.0", "::");

  private RepositoryAddresses() {}

  /** Why {@code address} is not taken; absent when it is. */
  public static Optional<Reason> refusal(String address) {
    if (address.isBlank() || address.length() > LENGTH_MAX) {
      return refuse("invalid-repository", "A repository's address has 1 to 2048 characters.");
    }
    if (address.startsWith("-")) {
      return refuse(
          "repository-option-like",
          "A repository's address must not start with '-' like an option.");
    }
    if (address.startsWith("/")) {
      return pathRefusal(address);
    }
    boolean isUrl = URL.matcher(address).lookingAt();
    if (!isUrl && !SCP.matcher(address).matches()) {
      return schemeRefusal();
    }
    if (address.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
      return refuse(
          "invalid-repository",
          "A repository's URL is printable ASCII without spaces. Escape other characters as %XX.");
    }
    return isUrl ? urlRefusal(address) : pathRefusal(address);
  }

  private static Optional<Reason> pathRefusal(String path) {
    boolean climbs = List.of(path.split("[/:]", -1)).contains("..");
    boolean plain = PATH.matcher(path).matches() || SCP.matcher(path).matches();
    return climbs || path.startsWith("//") || !plain
        ? refuse(
            "repository-path-refused",
            "A repository's path must be absolute and plain, without '..': letters, digits, spaces and . _ ~ @ + , = : ( ) & ! ' -")
        : Optional.empty();
  }

  private static Optional<Reason> urlRefusal(String address) {
    URI url;
    try {
      url = new URI(address);
    } catch (URISyntaxException e) {
      return refuse("invalid-repository", "A repository's URL needs a host and a path.");
    }
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    return scheme.equals("file") ? fileRefusal(url) : remoteRefusal(scheme, url);
  }

  private static Optional<Reason> schemeRefusal() {
    return refuse(
        "repository-scheme-refused",
        "A repository's address is https://…, http://…, ssh://…, git@host:path, file:///… or an"
            + " absolute path.");
  }

  private static Optional<Reason> fileRefusal(URI url) {
    boolean local = url.getRawAuthority() == null || url.getRawAuthority().isEmpty();
    return local && url.getRawPath() != null && url.getRawQuery() == null
        ? pathRefusal(url.getRawPath())
        : refuse("repository-path-refused", "A file address is file:/// and an absolute path.");
  }

  private static Optional<Reason> remoteRefusal(String scheme, URI url) {
    Optional<String> user = Optional.ofNullable(url.getRawUserInfo());
    boolean sshUser =
        scheme.equals("ssh")
            && user.filter(name -> name.matches("[A-Za-z0-9_][\\w.-]*")).isPresent();
    if (user.isPresent() && !sshUser) {
      return refuse(
          "repository-credentials-refused",
          "A repository's address must not hold a user or a password, for it is shown. Configure"
              + " credentials at the server.");
    }
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      return refuse("invalid-repository", "A repository's URL has no '?' and no '#' part.");
    }
    if (url.getHost() == null || url.getRawPath().length() < 2) {
      return refuse("invalid-repository", "A repository's URL needs a host and a path.");
    }
    if (List.of(url.getPath().split("/", -1)).contains("..")) {
      return refuse("repository-path-refused", "A repository's path must not hold '..'.");
    }
    return hostRefusal(url.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", ""));
  }

  private static Optional<Reason> hostRefusal(String host) {
    boolean ip6 = host.contains(":");
    boolean ambiguous =
        ip6
            ? host.contains(".")
            : !NAMED_HOST.matcher(host).matches()
                || (NUMERIC_LAST_PART.matcher(host).matches()
                    && !DOTTED_QUAD.matcher(host).matches());
    if (ambiguous) {
      return refuse(
          "repository-host-refused",
          "A repository's host is a name, four decimal numbers or a plain IPv6 address.");
    }
    boolean neverARepository =
        NEVER.contains(host) || host.startsWith("169.254.") || (ip6 && host.startsWith("fe80:"));
    return neverARepository
        ? refuse(
            "repository-host-refused",
            "This host answers for a machine's own metadata or for nothing; no repository is there.")
        : Optional.empty();
  }

  private static Optional<Reason> refuse(String code, String sentence) {
    return Optional.of(new Reason(code, sentence));
  }
}
