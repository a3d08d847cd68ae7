package dev.slipway.source.git;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One host's key and known hosts, as ssh is told of them.
 *
 * @param folder where the links to both lie, seen from where git runs
 */
record SshLogin(SshHost host, String folder) {

  static final String KEY = "key";
  static final String KNOWN_HOSTS = "known-hosts";

  /**
   * Nothing of this machine's or its user's own set-up counts, nothing is asked, nothing is
   * forwarded, and a host that falls silent is given up. Quiet, so that no banner speaks for ssh
   * (ssh_config(5)).
   */
  private static final List<String> OPTIONS =
      List.of(
          "BatchMode=yes",
          "StrictHostKeyChecking=yes",
          "GlobalKnownHostsFile=/dev/null",
          "UpdateHostKeys=no",
          "IdentitiesOnly=yes",
          "IdentityAgent=none",
          "PreferredAuthentications=publickey",
          "ClearAllForwardings=yes",
          "ForwardAgent=no",
          "ForwardX11=no",
          "ProxyCommand=none",
          "ControlPath=none",
          "ConnectTimeout=15",
          "ServerAliveInterval=15",
          "ServerAliveCountMax=3",
          "LogLevel=ERROR");

  /** For {@code GIT_SSH_COMMAND}, which a shell reads. */
  String command() {
    return Stream.concat(
            OPTIONS.stream(),
            Stream.of(
                "UserKnownHostsFile=" + folder + "/" + KNOWN_HOSTS,
                "IdentityFile=" + folder + "/" + KEY))
        .map(option -> "-o" + option)
        .collect(Collectors.joining(" ", "ssh -Fnone ", ""));
  }
}
