package dev.slipway.source.git;

import dev.slipway.model.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Says in our own words why ssh did not get in at a host. */
final class SshTrouble {

  private static final Pattern FINGERPRINT = Pattern.compile("\\bSHA256:[A-Za-z0-9+/]{43}\\.");

  /** The more a sign says, the earlier it stands: a changed key is one that did not verify, too. */
  private static final List<Sign> SIGNS =
      List.of(
          new Sign(
              "revoked host key detected",
              "repository-host-key-revoked",
              "%1$s shows a key that %3$s marks as revoked, so Slipway did not log in. Have whoever runs"
                  + " the host say which key it has now."),
          new Sign(
              "remote host identification has changed",
              "repository-host-key-changed",
              "%1$s shows %4$s, which is not the one in %3$s, so Slipway did not log in. Put the new key"
                  + " into that file once whoever runs the host confirms it."),
          new Sign(
              "host key verification failed",
              "repository-host-key",
              "%3$s holds no key of the kind that %1$s shows, so Slipway did not log in. Put the host's"
                  + " key into that file, as whoever runs the host publishes it."),
          refused("permission denied ("),
          refused("too many authentication failures"),
          notRun("ssh: not found"),
          notRun("ssh: command not found"));

  private SshTrouble() {}

  /**
   * How a trouble is told from others.
   *
   * @param mark what the complaint holds then, in lower case
   * @param sentence with places for the host, the two files, and the key that was shown
   */
  private record Sign(String mark, String code, String sentence) {}

  private static Sign refused(String mark) {
    return new Sign(
        mark,
        "repository-ssh-key-refused",
        "%1$s does not take the key in %2$s for the user in the repository's address. Let the key in"
            + " there, or put one that it takes into that file.");
  }

  private static Sign notRun(String mark) {
    return new Sign(mark, "ssh-not-run", "The ssh command could not be run; install it.");
  }

  /** Absent when the complaint says nothing of ssh's. */
  static Optional<Reason> of(SshHost host, String complaint) {
    String small = complaint.toLowerCase(Locale.ROOT);
    return SIGNS.stream()
        .filter(sign -> small.contains(sign.mark()))
        .findFirst()
        .map(sign ->
            new Reason(
                sign.code(),
                sign.sentence()
                    .formatted(
                        host.place(),
                        host.key().getFileName(),
                        host.knownHosts().getFileName(),
                        shown(complaint))));
  }

  /**
   * Ssh prints it before anything of the host's does; it has one form, so it can be no other text.
   */
  private static String shown(String complaint) {
    return FINGERPRINT
        .matcher(complaint)
        .results()
        .findFirst()
        .map(MatchResult::group)
        .map(found -> "the key " + found.substring(0, found.length() - 1))
        .orElse("a key");
  }
}
