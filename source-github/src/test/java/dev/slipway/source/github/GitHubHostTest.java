package dev.slipway.source.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.RepositoryUrl;
import dev.slipway.source.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To whom a token goes, and to whom it does not. */
class GitHubHostTest extends AtGitHub {

  private static final GitHubAccess BY_TOKEN =
      new GitHubAccess.Token(() -> new Reading.Read<>("t"));

  @Test
  void a_token_is_read_each_time_and_its_want_is_told() {
    token = Optional.of("wrong");
    assertThat(told()).containsExactly("unavailable github-token");
    token = Optional.empty();
    assertThat(told()).containsExactly("unavailable no-token");
    token = Optional.of(GitHubStandIn.TOKEN);
    assertThat(told()).isEmpty();
  }

  @Test
  void nobody_goes_elsewhere_with_the_token() throws IOException {
    try (GitHubStandIn other = GitHubStandIn.start()) {
      github.move(other.address() + "/api/v3/repositories/1");
      assertThat(told()).containsExactly("unavailable github-moved");
      assertThat(other.asked()).isEmpty();
    }
    github.move(github.address() + "/api/v3/repositories/1");
    assertThat(told()).containsExactly("unavailable github-moved");
    assertThat(github.asked()).hasSize(2);
  }

  @Test
  void what_lies_elsewhere_is_not_asked_about_here() {
    for (String url :
        List.of(
            "https://github.com/team/shop",
            "https://evil.example/" + github.address() + "/team/shop",
            github.address() + ".evil.example/team/shop",
            github.address() + "/team/shop/more",
            github.address() + "/team/..",
            "file:///srv/shop",
            "/srv/shop")) {
      assertThat(checks.reads(new RepositoryUrl(url))).as(url).isFalse();
    }
    assertThat(github.asked()).isEmpty();
  }

  @Test
  void a_host_is_known_by_every_address_that_git_has_for_it() {
    GitHubChecks own =
        new GitHubChecks(
            new GitHubApis(List.of(GitHubHost.of("github.com", BY_TOKEN)), outbound, () -> now),
            () -> now);
    for (String url :
        List.of(
            "https://github.com/Team/Shop.git",
            "git@github.com:team/shop",
            "ssh://git@github.com/team/shop.git",
            "https://github.com:443/team/shop/")) {
      assertThat(own.reads(new RepositoryUrl(url))).as(url).isTrue();
    }
  }

  @Test
  void a_host_says_where_its_api_is() {
    assertThat(GitHubHost.of("github.com", BY_TOKEN).api()).isEqualTo("https://api.github.com");
    assertThat(GitHubHost.of("https://Git.Example.com:8443/", BY_TOKEN).api())
        .isEqualTo("https://git.example.com:8443/api/v3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://git.example.com",
        "ftp://git.example.com",
        "https://user@git.example.com",
        "https://git.example.com/api",
        "https://git.example.com?x",
        "git example"
      })
  void a_token_goes_over_no_open_line_and_to_no_half_an_address(String written) {
    assertThatThrownBy(() -> GitHubHost.of(written, BY_TOKEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no GitHub");
  }
}
