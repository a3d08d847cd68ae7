package dev.slipway.source.git;

import dev.slipway.model.Reason;
import dev.slipway.source.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hosts that may be asked over SSH. Git is given ssh as a line for a shell, and ssh reads
 * blanks, quotes, {@code %} and {@code ${…}} in names of files; so each host has a folder with two
 * links, whose names hold nothing of the kind wherever the files themselves lie. Thread-safe.
 *
 * @param logins by place
 */
record SshLogins(Map<SshPlace, SshLogin> logins) {

  SshLogins {
    logins = Map.copyOf(logins);
  }

  /**
   * Makes the links anew.
   *
   * @param folder that is its alone, beside the one that git runs in
   * @param hosts each once
   */
  static SshLogins linkedIn(Path folder, List<SshHost> hosts) throws IOException {
    forget(folder);
    Map<SshPlace, SshLogin> logins = new HashMap<>();
    for (SshHost host : hosts) {
      Path own = Files.createDirectories(folder.resolve(Integer.toString(logins.size())));
      Files.createSymbolicLink(own.resolve(SshLogin.KEY), host.key().toAbsolutePath());
      Files.createSymbolicLink(
          own.resolve(SshLogin.KNOWN_HOSTS), host.knownHosts().toAbsolutePath());
      String seen = "../%s/%s".formatted(folder.getFileName(), own.getFileName());
      logins.put(host.place(), new SshLogin(host, seen));
    }
    return new SshLogins(logins);
  }

  private static void forget(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** What ssh is told there, if this server was told, and its files are fit for it. */
  Reading<SshLogin> at(SshPlace place) {
    Optional<SshLogin> login = Optional.ofNullable(logins.get(place));
    if (login.isEmpty()) {
      return new Reading.Unavailable<>(
          new Reason(
              "repository-ssh-not-set",
              "This server was not told how to get into %1$s over SSH, nor how to know it; start it"
                      .formatted(place)
                  + " with --ssh %s=KEY:KNOWN-HOSTS.".formatted(place)));
    }
    return SshFiles.fault(login.get().host())
        .<Reading<SshLogin>>map(Reading.Unavailable::new)
        .orElseGet(() -> new Reading.Read<>(login.get()));
  }
}
