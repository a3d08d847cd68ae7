package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://git.example.org/team/shop.git",
        "http://10.1.2.3:3000/team/shop",
        "http://[2001:db8::1]/team/shop",
        "ssh://git@git.example.org:2222/team/shop.git",
        "git@git.example.org:team/shop.git",
        "file:///srv/git/shop.git",
        "/srv/git/shop.git",
        "/home/jos\u00e9/my projects/shop",
        "HTTPS://git.example.org/shop"
      })
  void an_ordinary_address_is_taken(String address) {
    assertThat(RepositoryAddresses.refusal(address)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ext::sh -c id, repository-scheme-refused",
    "git://git.example.org/shop, repository-scheme-refused",
    "jar:http://git.example.org!/, repository-scheme-refused",
    "shop, repository-scheme-refused",
    "../shop, repository-scheme-refused",
    "--upload-pack=id, repository-option-like",
    "https://user:secret@git.example.org/shop, repository-credentials-refused",
    "https://token@git.example.org/shop, repository-credentials-refused",
    "ssh://git:secret@git.example.org/shop, repository-credentials-refused",
    "ssh://-oProxyCommand=id/x, invalid-repository",
    "-git@git.example.org:shop, repository-option-like",
    "git@-oProxyCommand:shop, repository-scheme-refused",
    "git@git.example.org:../shop, repository-path-refused",
    "https://git.example.org/a/../b, repository-path-refused",
    "https://git.example.org/a/%2e%2e/b, repository-path-refused",
    "https://git.example.org/shop?ref=main, invalid-repository",
    "https://git.example.org, invalid-repository",
    "https:///shop, invalid-repository",
    "file://host/srv/git, repository-path-refused",
    "/srv/../etc, repository-path-refused",
    "/srv/$(id), repository-path-refused",
    "'/srv/\u202egnp', repository-path-refused",
    "//host/share, repository-path-refused",
    "http://0x7f.1/shop, invalid-repository",
    "http://127.1/shop, invalid-repository",
    "http://169.254.169.254/latest, repository-host-refused",
    "http://[fe80::1]/shop, repository-host-refused",
    "http://[::ffff:127.0.0.1]/shop, repository-host-refused",
    "http://metadata.google.internal/shop, repository-host-refused"
  })
  void any_other_is_refused_with_its_reason(String address, String code) {
    assertThat(RepositoryAddresses.refusal(address)).map(Reason::code).contains(code);
  }
}
