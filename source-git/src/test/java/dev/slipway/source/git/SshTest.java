package dev.slipway.source.git;

import static dev.slipway.source.git.Answers.told;
import static dev.slipway.source.git.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.source.Reading;
import dev.slipway.source.contract.GitOverSsh;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same over SSH, at the real sshd, with a key and known hosts that were named for it. */
class SshTest {

  private static final List<RefName> MAIN = List.of(RefName.ofBranch("main"));

  @TempDir Path folder;
  private Origin origin;
  private GitOverSsh server;

  /** Its name holds what ssh, a shell and a format would read as something else. */
  private Path secrets;

  @BeforeEach
  void serve() throws IOException {
    origin = Origin.in(folder);
    server = GitOverSsh.serving(folder.resolve("sshd"), InetAddress.getLoopbackAddress());
    secrets = Files.createDirectory(folder.resolve("it's \"%h\" ${HOME} $(id); ~"));
    use(server.userKey());
    known(server.knownHosts());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path key() {
    return secrets.resolve("deploy-key");
  }

  private void use(Path key) throws IOException {
    Files.copy(key, key(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private void known(String hosts) throws IOException {
    Files.writeString(secrets.resolve("git-hosts"), hosts);
  }

  private SshHost host(String place) {
    return SshHost.of(place, key(), secrets.resolve("git-hosts"));
  }

  private GitRepository git() throws IOException {
    return git(GitRepository.PATIENCE, server.place());
  }

  private GitRepository git(Duration patience, String... places) throws IOException {
    return GitRepository.keepingMirrorsIn(
        folder.resolve("data"),
        new Shelf(),
        patience,
        List.of(places).stream().map(this::host).toList());
  }

  private RepositoryUrl url() {
    return new RepositoryUrl(server.url(origin.bare()));
  }

  private String asked(GitRepository git) {
    return told(git.heads(url(), MAIN));
  }

  private String sentence(GitRepository git) {
    return switch (git.allHeads(url(), Optional.empty())) {
      case Reading.Unavailable<?>(var because) -> because.sentence();
      case Reading.Read<?> read -> read.toString();
      case Reading.Unusable<?> unusable -> unusable.toString();
    };
  }

  @Test
  void a_push_is_read_back_over_ssh() throws IOException {
    GitRepository git = git();
    Sha first = origin.pushed("a", "1");
    assertThat(value(git.heads(url(), MAIN)).getFirst().sha()).contains(first);
    Sha second = origin.pushed("a", "2");
    assertThat(value(git.heads(url(), MAIN)).getFirst().sha()).contains(second);
    assertThat(value(git.resolve(url(), Optional.empty())).sha()).isEqualTo(second);
    assertThat(told(git.tree(url(), second, Optional.of("a")))).isEqualTo("read");
  }

  @Test
  void a_host_that_shows_another_key_is_not_logged_in_to_until_its_file_says_so()
      throws IOException {
    origin.pushed("a", "1");
    GitRepository git = git();
    assertThat(asked(git)).isEqualTo("read");
    server.replace();
    assertThat(asked(git)).isEqualTo("unavailable repository-host-key-changed");
    assertThat(sentence(git))
        .matches(".*" + server.place() + " shows the key SHA256:[A-Za-z0-9+/]{43}, .*git-hosts.*");
    known(server.knownHosts());
    assertThat(asked(git)).isEqualTo("read");
  }

  @Test
  void a_host_whose_key_nobody_knows_or_somebody_revoked_is_not_logged_in_to() throws IOException {
    origin.pushed("a", "1");
    GitRepository git = git();
    known("git.example.com ssh-ed25519 " + server.knownHosts().split(" ", -1)[2]);
    assertThat(asked(git)).isEqualTo("unavailable repository-host-key");
    assertThat(sentence(git)).contains("git-hosts holds no key", server.place());
    known("@revoked " + server.knownHosts());
    assertThat(asked(git)).isEqualTo("unavailable repository-host-key-revoked");
  }

  @Test
  void a_key_that_the_host_does_not_take_is_told_from_one_that_it_does() throws IOException {
    origin.pushed("a", "1");
    GitRepository git = git();
    Path other = folder.resolve("other");
    GitOverSsh.makeKey(other);
    use(other);
    assertThat(asked(git)).isEqualTo("unavailable repository-ssh-key-refused");
    assertThat(sentence(git)).contains(server.place(), "deploy-key");
    use(server.userKey());
    assertThat(asked(git)).isEqualTo("read");
  }

  @Test
  void a_host_that_is_gone_or_silent_is_unavailable() throws IOException {
    origin.pushed("a", "1");
    GitRepository git = git();
    server.close();
    assertThat(asked(git)).isEqualTo("unavailable repository-unreachable");
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String place = "127.0.0.1:" + silent.getLocalPort();
      RepositoryUrl there = new RepositoryUrl("ssh://git@" + place + "/x");
      assertThat(told(git(Duration.ofMillis(300), place).allHeads(there, Optional.empty())))
          .isEqualTo("unavailable repository-timeout");
    }
  }

  @Test
  void what_is_not_there_is_told_from_a_host_that_is_not() throws IOException {
    RepositoryUrl nothing = new RepositoryUrl(server.url(folder.resolve("nothing.git")));
    assertThat(told(git().heads(nothing, MAIN))).isEqualTo("unavailable repository-not-found");
  }

  @Test
  void a_host_that_nobody_named_is_not_asked_and_the_option_is() throws IOException {
    GitRepository git = git(GitRepository.PATIENCE, "127.0.0.1", "git.example.com");
    assertThat(asked(git)).isEqualTo("unavailable repository-ssh-not-set");
    assertThat(sentence(git)).contains("--ssh " + server.place() + "=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw-----w-"})
  void a_key_that_others_may_read_or_write_is_refused_until_its_mode_is_mended(String mode)
      throws IOException {
    origin.pushed("a", "1");
    GitRepository git = git();
    Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString(mode));
    assertThat(asked(git)).isEqualTo("unavailable repository-ssh-key-open");
    assertThat(sentence(git)).contains("deploy-key", mode, "chmod 600");
    Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-------"));
    assertThat(asked(git)).isEqualTo("read");
  }

  @Test
  void known_hosts_that_others_may_write_are_refused() throws IOException {
    Files.setPosixFilePermissions(
        secrets.resolve("git-hosts"), PosixFilePermissions.fromString("rw-rw-r--"));
    assertThat(asked(git())).isEqualTo("unavailable repository-known-hosts-open");
  }

  @Test
  void files_that_hold_no_key_one_with_a_password_or_nothing_say_so() throws IOException {
    GitRepository git = git();
    Path locked = folder.resolve("locked");
    GitOverSsh.makeKey(locked, "-N", "a password");
    use(locked);
    assertThat(asked(git)).isEqualTo("unavailable repository-ssh-key");
    Files.writeString(key(), Files.readString(folder.resolve("sshd/user-key.pub")));
    assertThat(asked(git)).isEqualTo("unavailable repository-ssh-key");
    Files.delete(key());
    assertThat(asked(git)).isEqualTo("unavailable repository-ssh-key");
    use(server.userKey());
    known("\n");
    assertThat(asked(git)).isEqualTo("unavailable repository-known-hosts");
    Files.delete(secrets.resolve("git-hosts"));
    assertThat(asked(git)).isEqualTo("unavailable repository-known-hosts");
  }
}
