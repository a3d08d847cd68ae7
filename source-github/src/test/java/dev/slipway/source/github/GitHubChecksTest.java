package dev.slipway.source.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.guardrail.Check;
import dev.slipway.outbound.Bounds;
import dev.slipway.outbound.Names;
import dev.slipway.outbound.Outbound;
import dev.slipway.outbound.Reach;
import dev.slipway.source.Reading;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks as they are read from GitHub, and what its limits do. */
class GitHubChecksTest {

  private static final Sha COMMIT = new Sha("6dcb09b5b57875f334f61aebed695e2e4193db5e");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private Optional<String> token = Optional.of(GitHubStandIn.TOKEN);
  private GitHubStandIn github;
  private Outbound outbound;
  private GitHubChecks checks;
  private GitHubStatuses statuses;

  @BeforeEach
  void start() throws IOException {
    github = GitHubStandIn.start();
    outbound =
        new Outbound(
            Names.OF_THIS_MACHINE,
            Reach.of(List.of("127.0.0.1")),
            new Bounds(Duration.ofMinutes(1), 4 << 20),
            threads);
    GitHubHost host =
        GitHubHost.of(
            github.address(),
            () ->
                token
                    .<Reading<String>>map(Reading.Read::new)
                    .orElseGet(
                        () -> new Reading.Unavailable<>(new Reason("no-token", "There is none."))));
    GitHubApis apis = new GitHubApis(List.of(host), outbound, () -> now);
    checks = new GitHubChecks(apis, () -> now);
    statuses = new GitHubStatuses(apis);
  }

  @AfterEach
  void stop() {
    outbound.close();
    github.close();
    threads.shutdownNow();
    assertThat(github.faults()).isEmpty();
  }

  private RepositoryUrl repository() {
    return new RepositoryUrl(github.address() + "/Team/Shop.git");
  }

  private Reading<List<Check>> read() {
    return checks.checks(repository(), COMMIT);
  }

  private List<String> told() {
    return switch (read()) {
      case Reading.Read<List<Check>>(List<Check> all) ->
          all.stream().map(check -> check.name() + " " + check.state()).toList();
      case Reading.Unusable<List<Check>>(Reason because) -> List.of("unusable " + because.code());
      case Reading.Unavailable<List<Check>>(Reason because) ->
          List.of("unavailable " + because.code());
    };
  }

  private void run(String name, String conclusion) {
    github.run(COMMIT.value(), name, "completed", Optional.of(conclusion));
  }

  @Test
  void statuses_and_check_runs_are_checks_alike() {
    assertThat(told()).isEmpty();
    github.status(COMMIT.value(), "ci/build", "pending");
    github.run(COMMIT.value(), "Unit tests", "in_progress", Optional.empty());
    assertThat(told()).containsExactly("Unit tests PENDING", "ci/build PENDING");
    github.status(COMMIT.value(), "ci/build", "success");
    assertThat(told()).containsExactly("Unit tests PENDING", "ci/build SUCCESS");
  }

  @ParameterizedTest
  @CsvSource({
    "success,SUCCESS",
    "failure,FAILURE",
    "error,ERROR",
    "pending,PENDING",
    "new,PENDING"
  })
  void a_status_counts_as(String state, String counts) {
    github.status(COMMIT.value(), "ci/build", state);
    assertThat(told()).containsExactly("ci/build " + counts);
  }

  @ParameterizedTest
  @CsvSource({
    "success,SUCCESS",
    "neutral,SUCCESS",
    "skipped,SUCCESS",
    "failure,FAILURE",
    "timed_out,FAILURE",
    "cancelled,ERROR",
    "action_required,PENDING"
  })
  void a_check_run_counts_as(String conclusion, String counts) {
    run("Unit tests", conclusion);
    assertThat(told()).containsExactly("Unit tests " + counts);
  }

  @Test
  void of_the_same_name_the_worse_counts() {
    run("test", "success");
    run("test", "failure");
    run("lint", "success");
    github.status(COMMIT.value(), "lint", "pending");
    assertThat(told()).containsExactly("lint PENDING", "test FAILURE");
  }

  @Test
  void every_page_is_read() {
    for (int i = 0; i < 250; i++) {
      run("run %03d".formatted(i), "success");
    }
    assertThat(told()).hasSize(250).contains("run 249 SUCCESS");
  }

  @Test
  void more_than_is_read_is_told_and_nothing_is_believed() {
    for (int i = 0; i < 1_001; i++) {
      run("run " + i, "success");
    }
    assertThat(told()).containsExactly("unavailable too-many-checks");
  }

  @Test
  void what_is_as_it_was_costs_nothing() {
    run("test", "success");
    List<String> first = told();
    github.left(10, now.plusSeconds(60).getEpochSecond());
    assertThat(told()).isEqualTo(first);
    assertThat(github.asked()).hasSize(4);
    assertThat(github.asked().subList(2, 4)).allSatisfy(it -> assertThat(it).endsWith(" 304"));
    run("test", "failure");
    assertThat(told()).containsExactly("test FAILURE");
  }

  @Test
  void when_nothing_is_left_of_the_hour_nobody_asks_until_it_is_over() {
    github.left(2, now.plusSeconds(600).getEpochSecond());
    run("test", "success");
    assertThat(told()).containsExactly("test SUCCESS");
    assertThat(told()).containsExactly("unavailable github-limit");
    assertThat(github.asked()).hasSize(2);
    now = now.plusSeconds(600);
    github.left(5_000, now.plusSeconds(3_600).getEpochSecond());
    assertThat(told()).containsExactly("test SUCCESS");
  }

  @Test
  void a_spent_hour_is_believed_also_when_it_is_told_as_a_refusal() {
    github.left(0, now.plusSeconds(600).getEpochSecond());
    assertThat(told()).containsExactly("unavailable github-limit");
    now = now.plusSeconds(599);
    assertThat(told()).containsExactly("unavailable github-limit");
    assertThat(github.asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 429})
  void haste_is_answered_with_patience(int status) {
    github.hasten(status, Map.of("Retry-After", "30"));
    assertThat(told()).containsExactly("unavailable github-limit");
    now = now.plusSeconds(29);
    assertThat(told()).containsExactly("unavailable github-limit");
    assertThat(github.asked()).hasSize(1);
    now = now.plusSeconds(1);
    assertThat(told()).isEmpty();
  }

  @Test
  void where_no_time_is_named_it_is_a_minute_and_then_two() {
    github.hasten(403, Map.of());
    github.hasten(403, Map.of());
    told();
    now = now.plusSeconds(60);
    told();
    assertThat(github.asked()).hasSize(2);
    now = now.plusSeconds(119);
    assertThat(told()).containsExactly("unavailable github-limit");
    now = now.plusSeconds(1);
    assertThat(told()).isEmpty();
  }

  @Test
  void no_answer_makes_it_silent_for_longer_than_an_hour() {
    github.hasten(429, Map.of("Retry-After", "999999999999"));
    told();
    now = now.plus(Duration.ofHours(1));
    assertThat(told()).isEmpty();
  }

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

  private String set(String body) {
    return switch (statuses.set(repository(), COMMIT, body)) {
      case Reading.Read<Boolean> _ -> "set";
      case Reading.Unusable<Boolean>(Reason because) -> "declined " + because.code();
      case Reading.Unavailable<Boolean>(Reason because) -> "unavailable " + because.code();
    };
  }

  @Test
  void statuses_are_set_in_order_and_wait_for_patience_too() {
    String body = "{\"state\":\"%s\",\"context\":\"slipway/staging\",\"description\":\"shop\"}";
    assertThat(set(body.formatted("pending"))).isEqualTo("set");
    github.hasten(403, Map.of("Retry-After", "30"));
    assertThat(set(body.formatted("success"))).isEqualTo("unavailable github-limit");
    assertThat(told()).containsExactly("unavailable github-limit");
    now = now.plusSeconds(30);
    assertThat(set(body.formatted("success"))).isEqualTo("set");
    assertThat(github.statuses(COMMIT.value()))
        .containsExactly("slipway/staging pending", "slipway/staging success");
  }

  @Test
  void a_status_of_what_lies_elsewhere_is_set_nowhere() {
    assertThat(statuses.keeps(new RepositoryUrl("https://github.com/team/shop"))).isFalse();
    assertThat(statuses.set(new RepositoryUrl("https://github.com/team/shop"), COMMIT, "{}"))
        .isInstanceOf(Reading.Unusable.class);
    assertThat(github.asked()).isEmpty();
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
            new GitHubApis(
                List.of(GitHubHost.of("github.com", () -> new Reading.Read<>("t"))),
                outbound,
                () -> now),
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
    assertThat(GitHubHost.of("github.com", () -> new Reading.Read<>("t")).api())
        .isEqualTo("https://api.github.com");
    assertThat(GitHubHost.of("https://Git.Example.com:8443/", () -> new Reading.Read<>("t")).api())
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
    assertThatThrownBy(() -> GitHubHost.of(written, () -> new Reading.Read<>("t")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no GitHub");
  }
}
