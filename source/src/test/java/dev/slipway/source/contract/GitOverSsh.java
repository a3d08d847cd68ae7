package dev.slipway.source.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Serves the repositories of this machine by the real sshd, which has a host key of its own and
 * lets whoever runs the test in by one key. It needs the package openssh-server.
 */
public final class GitOverSsh implements AutoCloseable {

  /** It wants to be started by its whole path, for it starts itself anew for each connection. */
  private static final String SSHD = "/usr/sbin/sshd";

  /** A folder that sshd insists on when root starts it; the package's own start makes it too. */
  private static final Path PRIVILEGES = Path.of("/run/sshd");

  private static final int ATTEMPTS = 10;

  private final Path folder;
  private final InetAddress address;
  private final int port;
  private Process sshd;

  private GitOverSsh(Path folder, InetAddress address, int port, Process sshd) {
    this.folder = folder;
    this.address = address;
    this.port = port;
    this.sshd = sshd;
  }

  /** Keeps its keys in a folder, and listens at a free port. */
  public static GitOverSsh serving(Path folder, InetAddress address) {
    try {
      Files.createDirectories(folder);
      makeKey(folder.resolve("user-key"));
      Files.copy(folder.resolve("user-key.pub"), folder.resolve("authorized"));
      makeKey(folder.resolve("host-key"));
      if (user().equals("root")) {
        Files.createDirectories(PRIVILEGES);
      }
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        int port = freePort(address);
        Process sshd = start(folder, address, port);
        if (listens(sshd)) {
          return new GitOverSsh(folder, address, port, sshd);
        }
      }
    } catch (IOException failure) {
      throw new AssertionError("sshd is needed: install openssh-server", failure);
    }
    throw new AssertionError("sshd found no port");
  }

  /** The address of a repository that lies at a path. */
  public String url(Path repository) {
    return "ssh://%s@%s%s".formatted(user(), place(), repository);
  }

  /** {@code HOST:PORT}. */
  public String place() {
    return address.getHostAddress() + ":" + port;
  }

  /** The private key that it lets in. */
  public Path userKey() {
    return folder.resolve("user-key");
  }

  /** What its key is in a file of known hosts. */
  public String knownHosts() {
    try {
      String[] parts = Files.readString(folder.resolve("host-key.pub")).split(" ", -1);
      return "[%s]:%d %s %s%n"
          .formatted(address.getHostAddress(), port, parts[0], parts[1].strip());
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Stops it, and starts another at the same address, with a key of its own. */
  public void replace() {
    close();
    try {
      Files.delete(folder.resolve("host-key"));
      makeKey(folder.resolve("host-key"));
      sshd = start(folder, address, port);
      if (!listens(sshd)) {
        throw new AssertionError("sshd does not come back at " + place());
      }
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Makes a pair of keys without a password. */
  public static void makeKey(Path file, String... more) {
    List<String> words =
        new ArrayList<>(List.of("ssh-keygen", "-q", "-t", "ed25519", "-f", file.toString()));
    words.addAll(more.length == 0 ? List.of("-N", "") : List.of(more));
    try {
      if (new ProcessBuilder(words).inheritIO().start().waitFor() != 0) {
        throw new AssertionError(words + " failed");
      }
    } catch (IOException failure) {
      throw new AssertionError("ssh-keygen is needed: install openssh-client", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static Process start(Path folder, InetAddress address, int port) throws IOException {
    Path settings = folder.resolve("sshd_config");
    Files.writeString(
        settings,
        """
        ListenAddress %s
        Port %d
        HostKey %s
        AuthorizedKeysFile %s
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        PidFile none
        """
            .formatted(
                address.getHostAddress(),
                port,
                folder.resolve("host-key"),
                folder.resolve("authorized")));
    return new ProcessBuilder(SSHD, "-D", "-e", "-f", settings.toString()).start();
  }

  /** Reads what it says until it listens or ends, and from then on so that it never waits. */
  private static boolean listens(Process sshd) throws IOException {
    BufferedReader said = sshd.errorReader(StandardCharsets.UTF_8);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.toLowerCase(Locale.ROOT).contains("server listening")) {
        // A virtual one that reads a pipe for long would keep all others from running.
        Thread.ofPlatform().daemon().start(() -> drain(said));
        return true;
      }
    }
    return false;
  }

  private static void drain(BufferedReader said) {
    try {
      said.transferTo(Writer.nullWriter());
    } catch (IOException ended) {
      // Whoever stops it closes this.
    }
  }

  private static int freePort(InetAddress address) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, address)) {
      return free.getLocalPort();
    }
  }

  private static String user() {
    return System.getProperty("user.name");
  }

  @Override
  public void close() {
    sshd.descendants().forEach(ProcessHandle::destroy);
    sshd.destroy();
    sshd.onExit().join();
  }
}
