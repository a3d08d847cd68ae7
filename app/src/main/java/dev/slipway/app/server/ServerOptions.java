package dev.slipway.app.server;

import dev.slipway.ledger.Logs;
import dev.slipway.model.FileName;
import dev.slipway.outbound.Reach;
import dev.slipway.outlet.email.MailAddress;
import dev.slipway.outlet.email.MailServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
   * @param ssh the Git hosts that are asked over SSH
   * @param registries how registries are asked which image is meant
   * @param mail what carries letters; absent where nothing does
   * @param link where people reach this server, without a slash at the end
   */
  public record Calls(
      Reach reach,
      Optional<Path> secretFiles,
      List<GitHub> github,
      List<Ssh> ssh,
      Registries registries,
      Optional<Mail> mail,
      Optional<String> link) {
    public static final Calls OUTSIDE_ONLY =
        new Calls(
            Reach.OUTSIDE_ONLY,
            Optional.empty(),
            List.of(),
            List.of(),
            Registries.ANONYMOUS,
            Optional.empty(),
            Optional.empty());

    public Calls {
      github = List.copyOf(github);
      ssh = List.copyOf(ssh);
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

  /** A GitHub that is asked, and by what it lets the server in. */
  public sealed interface GitHub {

    /** The host as it was written. */
    String host();

    /**
     * By a token.
     *
     * @param token the file of the folder in which it stands
     */
    record ByToken(String host, FileName token) implements GitHub {}

    /**
     * By an App.
     *
     * @param app its number or its client id
     * @param key the file of the folder in which its private key stands, as PEM
     */
    record ByApp(String host, String app, FileName key) implements GitHub {}

    /** Reads {@code HOST=FILE}. */
    static GitHub of(String written) {
      int at = written.lastIndexOf('=');
      if (at < 0) {
        throw new IllegalArgumentException(
            "'%s' names no file; write HOST=FILE, such as github.com=github-token."
                .formatted(written));
      }
      return new ByToken(written.substring(0, at), new FileName(written.substring(at + 1)));
    }

    /** Reads {@code HOST=APP:FILE}. */
    static GitHub app(String written) {
      Matcher matcher = APP.matcher(written);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "'%s' names no App and file; write HOST=APP:FILE, such as github.com=12345:app-key."
                .formatted(written));
      }
      return new ByApp(
          matcher.group("host"), matcher.group("app"), new FileName(matcher.group("file")));
    }

    /** An App's number, or its client id, such as {@code Iv23liAbCdEf}. */
    Pattern APP =
        Pattern.compile("(?<host>[^=]+)=(?<app>[A-Za-z0-9._-]{1,100}):(?<file>[a-z0-9-]{1,63})");
  }

  /**
   * A Git host that is asked over SSH.
   *
   * @param host {@code HOST} or {@code HOST:PORT}, as it was written
   * @param key the file of the folder in which this server's private key stands
   * @param knownHosts the file of the folder in which the host's own keys stand
   */
  public record Ssh(String host, FileName key, FileName knownHosts) {

    private static final Pattern WRITTEN =
        Pattern.compile("(?<host>[^=]+)=(?<key>[a-z0-9-]{1,63}):(?<hosts>[a-z0-9-]{1,63})");

    /** Reads {@code HOST=KEY:KNOWN-HOSTS}. */
    public static Ssh of(String written) {
      Matcher matcher = WRITTEN.matcher(written);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            ("'%s' names no two files; write HOST=KEY:KNOWN-HOSTS, such as"
                    + " git.example.com=deploy-key:git-hosts.")
                .formatted(written));
      }
      return new Ssh(
          matcher.group("host"),
          new FileName(matcher.group("key")),
          new FileName(matcher.group("hosts")));
    }
  }

  /**
   * What carries letters.
   *
   * @param login the file of the folder in which {@code USER:PASSWORD} stands; absent where the
   *     server asks for none
   */
  public record Mail(MailServer server, Optional<FileName> login) {

    private static final Pattern WRITTEN =
        Pattern.compile(
            "(?<host>[A-Za-z0-9.-]{1,253})(?::(?<port>[0-9]{1,5}))?=(?<sender>[^:]+)(?::(?<login>[a-z0-9-]{1,63}))?");

    /** Where mail servers take letters with TLS from the first byte. */
    private static final int PORT = 465;

    private static final int PORT_MAX = 65_535;

    /**
     * Reads {@code HOST[:PORT]=SENDER[:FILE]}.
     *
     * @param plain hosts with their ports that are spoken to without TLS
     */
    public static Mail of(String written, Set<String> plain) {
      Matcher matcher = WRITTEN.matcher(written);
      int port =
          matcher.matches()
              ? Optional.ofNullable(matcher.group("port")).map(Integer::valueOf).orElse(PORT)
              : 0;
      if (port < 1 || port > PORT_MAX) {
        throw new IllegalArgumentException(
            ("'%s' names no mail server; write HOST[:PORT]=SENDER[:FILE], such as"
                    + " smtp.example.com=slipway@example.com:mail-login.")
                .formatted(written));
      }
      String host = matcher.group("host");
      return new Mail(
          new MailServer(
              host, port, security(host, port, plain), new MailAddress(matcher.group("sender"))),
          Optional.ofNullable(matcher.group("login")).map(FileName::new));
    }

    private static MailServer.Security security(String host, int port, Set<String> plain) {
      if (plain.contains(host + ":" + port)) {
        return MailServer.Security.NONE;
      }
      return port == PORT ? MailServer.Security.TLS : MailServer.Security.STARTTLS;
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
