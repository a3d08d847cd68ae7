package dev.slipway.source.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Reason;
import dev.slipway.source.PullRequests;
import dev.slipway.source.PullRequests.Said;
import dev.slipway.source.Reading;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a GitHub App is let do, for how long, and what is said when it is not. */
class GitHubAppTest extends AtGitHub {

  private static final InstantSource REAL = InstantSource.system();
  private static final KeyPair KEY = key(2048);
  private static final String SHOP = "team/shop";
  private static final Map<String, String> READS = Map.of("checks", "read", "statuses", "read");
  private static final String STATUS =
      "{\"state\":\"success\",\"context\":\"slipway/staging\",\"description\":\"shop\"}";

  /** How many bytes of PKCS#8 stand before the PKCS#1 of such a key. */
  private static final int BEFORE_PKCS1 = 26;

  private Optional<String> pem = Optional.of(pem("", KEY.getPrivate().getEncoded()));

  private static KeyPair key(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String kind, byte[] der) {
    return "-----BEGIN %sPRIVATE KEY-----\n%s\n-----END %sPRIVATE KEY-----\n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(der), kind);
  }

  private static String pkcs1() {
    byte[] whole = KEY.getPrivate().getEncoded();
    return pem("RSA ", Arrays.copyOfRange(whole, BEFORE_PKCS1, whole.length));
  }

  @Override
  GitHubAccess access() {
    return new GitHubAccess.App(
        "12345",
        () ->
            pem.<Reading<String>>map(Reading.Read::new)
                .orElseGet(
                    () -> new Reading.Unavailable<>(new Reason("no-key", "There is none."))));
  }

  @BeforeEach
  void known() {
    github.app("12345", KEY.getPublic(), () -> now);
    run("test", "success");
  }

  private long tokens() {
    return github.asked().stream().filter(it -> it.contains("/access_tokens ")).count();
  }

  private String set() {
    return switch (statuses.set(repository(), COMMIT, STATUS)) {
      case Reading.Read<Boolean> _ -> "set";
      case Reading.Unusable<Boolean>(Reason because) -> "declined " + because.code();
      case Reading.Unavailable<Boolean>(Reason because) -> because.code();
    };
  }

  @Test
  void it_is_given_a_token_for_one_repository_and_one_purpose_and_uses_it_again() {
    github.install(SHOP, Map.of("checks", "read", "statuses", "write"));
    assertThat(told()).containsExactly("test SUCCESS");
    assertThat(told()).containsExactly("test SUCCESS");
    assertThat(tokens()).isEqualTo(1);
    assertThat(set()).isEqualTo("set");
    assertThat(tokens()).isEqualTo(2);
    assertThat(github.asked().getFirst()).isEqualTo("GET /api/v3/repos/team/shop/installation 200");
  }

  @Test
  void a_token_is_replaced_shortly_before_it_expires() {
    github.install(SHOP, READS);
    told();
    now = now.plusSeconds(54 * 60);
    told();
    assertThat(tokens()).isEqualTo(1);
    now = now.plusSeconds(60);
    assertThat(told()).containsExactly("test SUCCESS");
    assertThat(tokens()).isEqualTo(2);
  }

  @Test
  void a_token_that_was_revoked_is_replaced_at_once_and_once() {
    github.install(SHOP, READS);
    told();
    github.change(Apps::revoke);
    assertThat(told()).containsExactly("test SUCCESS");
    assertThat(tokens()).isEqualTo(2);
    assertThat(github.asked()).filteredOn(it -> it.endsWith(" 401")).hasSize(1);
  }

  @Test
  void what_is_missing_is_named() {
    assertThat(told()).containsExactly("unavailable github-app-not-installed");
    github.install(SHOP, Map.of("statuses", "read"));
    assertThat(told()).containsExactly("unavailable github-app-permissions");
    github.install(SHOP, READS);
    assertThat(told()).containsExactly("test SUCCESS");
    assertThat(set()).isEqualTo("github-app-permissions");
    github.change(apps -> apps.suspend(SHOP));
    assertThat(told()).containsExactly("unavailable github-app-suspended");
    github.change(apps -> apps.uninstall(SHOP));
    assertThat(told()).containsExactly("unavailable github-app-not-installed");
  }

  @Test
  void its_key_is_read_each_time_as_github_hands_it_out_or_as_others_write_it() {
    github.install(SHOP, READS);
    pem = Optional.empty();
    assertThat(told()).containsExactly("unavailable no-key");
    pem = Optional.of(pkcs1());
    assertThat(told()).containsExactly("test SUCCESS");
    github.change(Apps::revoke);
    pem = Optional.of(pkcs1().replace("\n", "\r\n"));
    assertThat(told()).containsExactly("test SUCCESS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "github_pat_sesame",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----"
      })
  void what_is_no_key_is_told_and_nobody_is_asked(String text) {
    pem = Optional.of(text);
    assertThat(told()).containsExactly("unavailable github-app-key");
    assertThat(github.asked()).isEmpty();
  }

  @Test
  void a_short_key_and_the_key_of_another_app_are_no_way_in() {
    github.install(SHOP, READS);
    pem = Optional.of(pem("", key(1024).getPrivate().getEncoded()));
    assertThat(told()).containsExactly("unavailable github-app-key");
    pem = Optional.of(pem("", key(2048).getPrivate().getEncoded()));
    now = REAL.instant();
    assertThat(told()).containsExactly("unavailable github-app");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1_500, 1_500})
  void a_clock_that_is_off_is_set_by_githubs(int seconds) {
    github.app("12345", KEY.getPublic(), REAL);
    github.install(SHOP, READS);
    now = REAL.instant().plusSeconds(seconds);
    assertThat(told()).containsExactly("test SUCCESS");
    assertThat(github.asked()).filteredOn(it -> it.endsWith(" 401")).hasSize(1);
    assertThat(told()).containsExactly("test SUCCESS");
    assertThat(tokens()).isEqualTo(1);
  }

  @Test
  void nobody_says_elsewhere_who_the_app_is() throws IOException {
    try (GitHubStandIn other = GitHubStandIn.start()) {
      github.move(other.address() + "/api/v3/repositories/1/installation");
      assertThat(told()).containsExactly("unavailable github-moved");
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void limits_hold_for_tokens_too() {
    github.install(SHOP, READS);
    github.hasten(403, Map.of("Retry-After", "30"));
    assertThat(told()).containsExactly("unavailable github-limit");
    assertThat(told()).containsExactly("unavailable github-limit");
    assertThat(github.asked()).hasSize(1);
    now = now.plusSeconds(30);
    assertThat(told()).containsExactly("test SUCCESS");
  }

  @Test
  void a_key_says_nothing_of_itself() {
    String text = AppKey.read(pkcs1()).orElseThrow().toString();
    assertThat(List.of(text)).noneMatch(it -> it.contains("RSA") || it.contains("BEGIN"));
  }

  @Test
  void it_comments_on_pull_requests_under_its_own_name_and_finds_that_again() {
    github.install(SHOP, Map.of("pull_requests", "write"));
    github.pulls(kept -> {
      kept.comment(1, "slipway-of-team", "<!-- slipway:main%2Fslipway -->\none");
      return kept;
    });
    for (int start = 1; start <= 2; start++) {
      PullRequests pulls = new GitHubPullRequests(apis);
      assertThat(pulls.say(repository(), 1, "main/slipway", "one"))
          .isEqualTo(new Reading.Read<>(start == 1 ? Said.MADE : Said.SAME));
    }
    List<String> comments = github.pulls(kept -> kept.comments(1));
    assertThat(comments)
        .last()
        .isEqualTo("slipway-of-team[bot]: <!-- slipway:main%2Fslipway -->\none");
    github.install(SHOP, Map.of("pull_requests", "read"));
    now = now.plusSeconds(3_600);
    assertThat(new GitHubPullRequests(apis).say(repository(), 1, "main/slipway", "two"))
        .isInstanceOfSatisfying(
            Reading.Unavailable.class,
            it -> assertThat(it.because().code()).isEqualTo("github-app-permissions"));
  }
}
