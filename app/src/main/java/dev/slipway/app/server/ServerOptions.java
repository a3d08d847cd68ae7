package dev.slipway.app.server;

import dev.slipway.ledger.Logs;
import dev.slipway.model.FileName;
import dev.slipway.outbound.Reach;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a server is started.
 *
 * @param listen port 0 means any free one
 * @param pollInterval how often repositories are looked at when no webhook comes
 * @param logs how long logs are kept, and how much of all together
 * @param calls what may be called outside, and with which secrets
 */
public record ServerOptions(
    DataFolder data,
    InetSocketAddress listen,
    Duration pollInterval,
    Logs.Keeping logs,
    Calls calls) {

  /**
   * What may be called outside.
   *
   * @param reach what of the inside may be reached
   * @param secretFiles the folder with what is secret; absent where there is none
   * @param github whose checks are read, and where statuses are set
   * @param registries how registries are asked which image is meant
   * @param link where people reach this server, without a slash at the end
   */
  public record Calls(
      Reach reach,
      Optional<Path> secretFiles,
      List<GitHub> github,
      Registries registries,
      Optional<String> link) {
    public static final Calls OUTSIDE_ONLY =
        new Calls(
            Reach.OUTSIDE_ONLY,
            Optional.empty(),
            List.of(),
            Registries.ANONYMOUS,
            Optional.empty());

    public Calls {
      github = List.copyOf(github);
    }
  }

  /**
   * How registries are asked.
   *
   * @param logins the file with logins that container tools keep; absent where nobody logs in
   * @param realms the one other host that hands out tokens for a registry, by the registry's host
   * @param plain registries that are spoken to without TLS
   */
  public record Registries(Optional<Path> logins, Map<String, String> realms, Set<String> plain) {
    public static final Registries ANONYMOUS = new Registries(Optional.empty(), Map.of(), Set.of());

    public Registries {
      realms = Map.copyOf(realms);
      plain = Set.copyOf(plain);
    }
  }

  /**
   * A GitHub that is asked.
   *
   * @param host as it was written
   * @param token the file of the folder in which its token stands
   */
  public record GitHub(String host, FileName token) {

    /** Reads {@code HOST=FILE}. */
    public static GitHub of(String written) {
      int at = written.lastIndexOf('=');
      if (at < 0) {
        throw new IllegalArgumentException(
            "'%s' names no file; write HOST=FILE, such as github.com=github-token."
                .formatted(written));
      }
      return new GitHub(written.substring(0, at), new FileName(written.substring(at + 1)));
    }
  }

  /** With logs kept as long as usual, and nothing of the inside reached. */
  public ServerOptions(DataFolder data, InetSocketAddress listen, Duration pollInterval) {
    this(data, listen, pollInterval, Logs.Keeping.STANDARD, Calls.OUTSIDE_ONLY);
  }

  /** The host as it stands in a URL. */
  String hostText() {
    String host = listen.getHostString();
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
