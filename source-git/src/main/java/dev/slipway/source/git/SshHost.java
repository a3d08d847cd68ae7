package dev.slipway.source.git;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A host that may be asked over SSH: what lets this server in there, and by what it knows the host.
 * Both files are read each time, so that they can be changed.
 *
 * @param key a private key of OpenSSH or as PEM, without a password, which its owner alone may read
 * @param knownHosts the host's own keys, as OpenSSH keeps them (sshd(8), "SSH_KNOWN_HOSTS FILE
 *     FORMAT"); nobody but its owner may write it
 */
public record SshHost(SshPlace place, Path key, Path knownHosts) {

  /**
   * The host as somebody wrote it.
   *
   * @param written {@code HOST} or {@code HOST:PORT}; port 22 unless told otherwise
   * @throws IllegalArgumentException when that is no place
   */
  public static SshHost of(String written, Path key, Path knownHosts) {
    return SshPlace.of(written)
        .map(place -> new SshHost(place, key, knownHosts))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'%s' is no host; write one such as git.example.com or git.example.com:2222."
                    .formatted(written)));
  }

  /**
   * The same hosts.
   *
   * @throws IllegalArgumentException when one is named twice: which key it got would be a matter of
   *     chance
   */
  public static List<SshHost> eachOnce(List<SshHost> hosts) {
    Set<SshPlace> places = new HashSet<>();
    hosts.stream()
        .map(SshHost::place)
        .filter(place -> !places.add(place))
        .findFirst()
        .ifPresent(twice -> {
          throw new IllegalArgumentException(twice + " is named twice; name it once, with --ssh.");
        });
    return hosts;
  }
}
