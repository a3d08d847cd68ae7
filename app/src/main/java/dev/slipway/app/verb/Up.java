package dev.slipway.app.verb;

import dev.slipway.app.reading.SshHosts;
import dev.slipway.app.server.DataFolder;
import dev.slipway.app.server.Server;
import dev.slipway.app.server.ServerOptions;
import dev.slipway.cli.show.Visible;
import dev.slipway.http.AddressInUse;
import dev.slipway.ledger.Logs;
import dev.slipway.ledger.sql.FolderInUse;
import dev.slipway.outbound.Reach;
import java.io.Console;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the server and stays until it is told to stop. */
@Command(
    name = "up",
    description = "Start the server, and an agent for every local environment.",
    mixinStandardHelpOptions = true)
public final class Up implements Callable<Integer> {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the ledger lies (default: ~/.local/share/slipway).")
  private @Nullable Path data;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:7070",
      converter = ListenAddress.class,
      description = "Where to answer (default: ${DEFAULT-VALUE}); port 0 is any free one.")
  private InetSocketAddress listen = InetSocketAddress.createUnresolved("127.0.0.1", 7070);

  @Option(
      names = "--poll",
      paramLabel = "SECONDS",
      defaultValue = "15",
      converter = PositiveNumber.class,
      description =
          "How often repositories are looked at without a webhook (default: ${DEFAULT-VALUE}).")
  private int pollSeconds = 15;

  @Option(
      names = "--keep-logs",
      paramLabel = "DAYS",
      defaultValue = "30",
      converter = PositiveNumber.class,
      description = "How long logs are kept after the last line (default: ${DEFAULT-VALUE}).")
  private int logDays = 30;

  @Option(
      names = "--keep-logs-gib",
      paramLabel = "GIB",
      defaultValue = "8",
      converter = PositiveNumber.class,
      description =
          "How much of all logs is kept; beyond it the oldest go (default: ${DEFAULT-VALUE}).")
  private int logGibibytes = 8;

  @Option(
      names = "--reach",
      paramLabel = "HOST|NETWORK",
      description =
          "What of the inside may be reached, such as hooks.internal or 10.1.0.0/16; nothing"
              + " unless listed. May be repeated.")
  private List<String> reach = List.of();

  @Option(
      names = "--secret-files",
      paramLabel = "DIR",
      description =
          "Where the files lie that notifications, --github, --github-app, --ssh and --mail name.")
  private @Nullable Path secretFiles;

  @Option(
      names = "--github",
      paramLabel = "HOST=FILE",
      description =
          "Read checks of commits from this GitHub, such as github.com=github-token, with the token"
              + " in that file of --secret-files. May be repeated.")
  private List<String> github = List.of();

  @Option(
      names = "--github-app",
      paramLabel = "HOST=APP:FILE",
      description =
          "Ask this GitHub as an App instead, such as github.com=12345:app-key, with the App's number"
              + " or client id and its private key in that file of --secret-files. May be"
              + " repeated.")
  private List<String> githubApps = List.of();

  @Option(
      names = "--ssh",
      paramLabel = "HOST[:PORT]=KEY:KNOWN-HOSTS",
      description =
          "Read repositories at this host over SSH, such as git.example.com=deploy-key:git-hosts, with"
              + " the private key and the host's own keys in those files of --secret-files. No other"
              + " host is asked over SSH. May be repeated.")
  private List<String> ssh = List.of();

  @Option(
      names = "--mail",
      paramLabel = "HOST[:PORT]=SENDER[:FILE]",
      description =
          "Send letters through this mail server, such as"
              + " smtp.example.com=slipway@example.com:mail-login, with USER:PASSWORD in that file"
              + " of --secret-files. Over TLS: from the first byte at port 465, which it is unless"
              + " told otherwise, and with STARTTLS elsewhere.")
  private @Nullable String mail;

  @Mixin private RegistryAccess registries = new RegistryAccess();

  @Option(
      names = "--link",
      paramLabel = "URL",
      description =
          "Where people reach this server, such as https://slipway.example; statuses of commits lead"
              + " there.")
  private @Nullable String link;

  @Override
  public Integer call() throws InterruptedException {
    DataFolder folder =
        data == null ? DataFolder.standard() : new DataFolder(data.toAbsolutePath());
    try {
      return serve(Server.start(options(folder)), folder);
    } catch (Misspelt | FolderInUse | AddressInUse refused) {
      System.err.println(Visible.of("slipway: " + refused.getMessage()));
      return 1;
    }
  }

  /** An option makes no sense; the sentence says which, and what to write. */
  private static final class Misspelt extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Misspelt(IllegalArgumentException because) {
      super(because.getMessage(), because);
    }
  }

  private ServerOptions options(DataFolder folder) {
    try {
      ServerOptions options = written(folder);
      // What else they may lack is found out here, while nothing was touched yet.
      var _ = SshHosts.of(options.calls());
      return options;
    } catch (IllegalArgumentException because) {
      throw new Misspelt(because);
    }
  }

  private ServerOptions written(DataFolder folder) {
    return new ServerOptions(
        folder,
        listen,
        Duration.ofSeconds(pollSeconds),
        new Logs.Keeping(Duration.ofDays(logDays), (long) logGibibytes << 30),
        new ServerOptions.Calls(
            Reach.of(reach),
            Optional.ofNullable(secretFiles).map(Path::toAbsolutePath),
            gitHubs(),
            ssh.stream().map(ServerOptions.Ssh::of).toList(),
            new ServerOptions.Registries(
                registries.authFile(), registries.realms(), registries.plain()),
            Optional.ofNullable(mail).map(it -> ServerOptions.Mail.of(it, registries.plain())),
            Optional.ofNullable(link).map(Up::link)));
  }

  private List<ServerOptions.GitHub> gitHubs() {
    return Stream.concat(
            github.stream().map(ServerOptions.GitHub::of),
            githubApps.stream().map(ServerOptions.GitHub::app))
        .toList();
  }

  private static String link(String written) {
    if (!written.matches("https?://[!-?A-~]{1,200}")) {
      throw new IllegalArgumentException(
          "'%s' is no address; write one such as https://slipway.example.".formatted(written));
    }
    return written.replaceFirst("/+$", "");
  }

  private static int serve(Server server, DataFolder folder) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(() -> {
                  server.close();
                  stopped.countDown();
                }));
    System.out.println("Slipway answers at " + server.address());
    System.out.println("Log a browser in, once: " + loginLink(server));
    System.out.println("Data: " + folder.root());
    stopped.await();
    return 0;
  }

  /** The link itself is for eyes at a terminal only; what is redirected may be kept for long. */
  private static String loginLink(Server server) {
    boolean watched = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return server.loginLink().filter(link -> watched).orElse("run slipway login-link");
  }
}
