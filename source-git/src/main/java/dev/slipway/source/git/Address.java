package dev.slipway.source.git;

import dev.slipway.model.RepositoryUrl;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that the git command may be given.
 *
 * @param argument what stands on the command line, after {@code --}
 * @param protocols what {@code GIT_ALLOW_PROTOCOL} says: the address's own protocol, and for HTTP
 *     the better one that a server may redirect to
 * @param settings what git is told for this address alone
 * @param login what ssh is told; absent where nothing is asked over SSH
 */
record Address(String argument, String protocols, List<String> settings, Optional<SshLogin> login) {

  Address {
    settings = List.copyOf(settings);
  }

  private Address(String argument, String protocols) {
    this(argument, protocols, List.of(), Optional.empty());
  }

  private static final String AUTHORITY =
      "(?:[^\\s/@]*@)?(?:[A-Za-z0-9][A-Za-z0-9._-]*|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?";

  private static final Pattern NETWORK =
      Pattern.compile("(https|http|git)://" + AUTHORITY + "/\\S+");
  private static final Pattern FILE = Pattern.compile("(?:file://)?/(?!/).*");

  /** As it is, and connecting to these addresses whatever the host's name means by then. */
  Address boundTo(String host, String port, String addresses) {
    return new Address(
        argument,
        protocols,
        List.of("http.curloptResolve=" + host + ":" + port + ":" + addresses),
        login);
  }

  /** As it is, and let in by these. */
  Address by(SshLogin with) {
    return new Address(argument, protocols, settings, Optional.of(with));
  }

  /**
   * Absent when the address has another form: a helper such as {@code ext::}, a relative path, a
   * host that looks like an option.
   */
  static Optional<Address> of(RepositoryUrl url) {
    String text = url.value();
    if (FILE.matcher(text).matches()) {
      return Optional.of(new Address(text, "file"));
    }
    if (NETWORK.matcher(text).matches()) {
      String scheme = text.substring(0, text.indexOf(':'));
      return Optional.of(new Address(text, scheme.equals("http") ? "http:https" : scheme));
    }
    return SshPlace.of(url).map(_ -> new Address(text, "ssh"));
  }
}
