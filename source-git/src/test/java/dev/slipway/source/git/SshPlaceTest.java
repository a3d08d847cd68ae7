package dev.slipway.source.git;

import static dev.slipway.source.git.Answers.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which host is meant, and what is none. */
class SshPlaceTest {

  @TempDir Path folder;

  private SshHost host(String place) {
    return SshHost.of(place, folder.resolve("key"), folder.resolve("hosts"));
  }

  private GitRepository git(String... places) throws IOException {
    return GitRepository.keepingMirrorsIn(
        folder.resolve("data"),
        new Shelf(),
        GitRepository.PATIENCE,
        List.of(places).stream().map(this::host).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "ssh://git@git.example.com/team/shop.git, git.example.com",
    "ssh://Git.Example.com:22/team/shop, git.example.com",
    "ssh://git@git.example.com:2222/team/shop, git.example.com:2222",
    "ssh://git@[2001:DB8::1]:2222/team/shop, [2001:db8::1]:2222",
    "git@git.example.com:team/shop.git, git.example.com",
    "git@git.example.com:2222/shop.git, git.example.com",
  })
  void an_address_leads_to_a_host_and_port(String address, String place) {
    assertThat(SshPlace.of(new RepositoryUrl(address))).hasToString("Optional[" + place + "]");
    assertThat(SshPlace.of(place)).isEqualTo(SshPlace.of(new RepositoryUrl(address)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://git.example.com/x", "/srv/ssh://git@host/x", "git://host/x"})
  void an_address_of_another_kind_leads_nowhere_over_ssh(String address) {
    assertThat(SshPlace.of(new RepositoryUrl(address))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh://-oProxyCommand=touch@host/x",
        "ssh://-l@host/x",
        "ssh://git@-oProxyCommand=touch/x",
        "ssh://git:secret@host/x",
        "ssh://git;id@host/x",
        "ssh://git%20x@host/x",
        "ssh://git@ho%73t/x",
        "ssh://git@host:0/x",
        "ssh://git@host:65536/x",
        "ssh://git@host:-1/x",
        "ssh://git@host:22x/x",
        "ssh://git@[::1%25eth0]/x",
        "git;id@host:x",
        "git@host$(id):x",
        "git@host:-oProxyCommand=touch",
      })
  void what_looks_like_an_option_or_holds_odd_characters_is_no_address(String address)
      throws IOException {
    var reading = git("host").heads(new RepositoryUrl(address), List.of(RefName.ofBranch("main")));
    assertThat(told(reading)).isEqualTo("unusable repository-address");
  }

  @Test
  void a_host_is_named_once() {
    List<SshHost> twice = List.of(host("git.example.com"), host("GIT.example.com:22"));
    assertThatThrownBy(() -> SshHost.eachOnce(twice))
        .hasMessageContaining("git.example.com is named twice");
    List<SshHost> two = List.of(host("git.example.com"), host("git.example.com:2222"));
    assertThat(SshHost.eachOnce(two)).isEqualTo(two);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-oProxyCommand=touch", "git@host", "host:65536", "host:", "a b"})
  void what_is_no_host_is_not_taken_for_one(String written) {
    assertThatThrownBy(() -> host(written)).hasMessageContaining("is no host");
  }
}
