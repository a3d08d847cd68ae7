package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.source.github.GitHubStandIn;
import dev.slipway.source.github.KeptPulls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pull requests at a GitHub say what the real server would change; a strict stand-in keeps them.
 */
class PullRequestsTest {

  private static final String WANTED = "{notification: previews, github: {pull_requests: true}}";

  @TempDir private Path folder;
  private AtGitHub at;
  private GitHubStandIn github;
  private Running slipway;
  private Repo repo;

  @BeforeEach
  void start() throws IOException {
    at = AtGitHub.in(folder);
    github = at.github();
    repo = at.repo();
    slipway = at.server();
  }

  @AfterEach
  void stop() {
    slipway.close();
    at.close();
  }

  private void change(Consumer<KeptPulls> change) {
    github.pulls(kept -> {
      change.accept(kept);
      return kept;
    });
  }

  private List<String> comments(int number) {
    return github.pulls(kept -> kept.comments(number));
  }

  private long asked(String what) {
    return github.asked().stream().filter(it -> it.matches(what)).count();
  }

  /** The one comment of a pull request, once it says this. */
  private String said(int number, String what) {
    return Scene.until(
        "the comment with " + what,
        () ->
            Optional.of(comments(number))
                .filter(all -> all.size() == 1 && all.getFirst().contains(what))
                .map(List::getFirst));
  }

  /** A branch that is proposed, and is one commit behind nobody. */
  private String proposed(String branch, String file, String content) {
    repo.git("checkout", "-q", "-B", branch);
    repo.with(file, content).commit("Propose " + branch);
    repo.git("push", "-q", "-f", "origin", branch);
    return repo.head();
  }

  @Test
  void one_comment_is_kept_up_to_date_also_by_whoever_starts_anew_and_forks_have_none() {
    slipway.api().apply(AtGitHub.PLATFORM, WANTED);
    slipway.api().addApplication(at.url());
    repo.push("Begin");
    slipway.api().awaitInForce("shop", "dev", repo.head());

    String first = proposed("feature", "change", "one\n");
    change(kept -> {
      kept.openOfFork(2, first);
      kept.open(1, first);
    });
    String comment = said(1, first.substring(0, 7));
    assertThat(comment)
        .contains("#### `shop` in `dev`", "take the place of `shop/dev#1`", "at `local`")
        .contains("`artifact`: `sha256:")
        .endsWith("More: <https://slipway.example/apps/shop>");

    String second = proposed("feature", "slipway.yaml", "application: shop\nservice: {}\n");
    change(kept -> kept.open(1, second));
    assertThat(said(1, second.substring(0, 7)))
        .contains("**It would be refused:**", " slipway.yaml:2:1: ", "[unknown-key]`");
    assertThat(asked("PATCH .* 200")).isEqualTo(1);

    long before = asked("GET .*/issues/1/comments.*");
    slipway.close();
    slipway = at.server();
    Scene.until(
        "somebody who looks for the comment",
        () -> Optional.of(asked("GET .*/issues/1/comments.*")).filter(now -> now > before));
    String third = proposed("feature", "slipway.yaml", "application: shop\n");
    change(kept -> kept.open(1, third));
    said(1, third.substring(0, 7));
    assertThat(asked("PATCH .* 200")).isEqualTo(2);
    assertThat(asked("POST .*")).isEqualTo(1);
    assertThat(comments(2)).isEmpty();
  }

  @Test
  void a_token_that_may_not_is_told_where_its_notification_is() {
    change(kept -> kept.refuse(Optional.of("Resource not accessible by personal access token")));
    slipway.api().apply(AtGitHub.PLATFORM, WANTED);
    slipway.api().addApplication(at.url());
    String head = repo.push("Begin");
    change(kept -> kept.open(1, head));
    Scene.until(
        "what to do",
        () ->
            Optional.of(slipway.api().get("/api/v1/notifications").toString())
                .filter(list -> list.contains("give it 'Pull requests: read and write' there.")));
    change(kept -> kept.refuse(Optional.empty()));
    said(1, head.substring(0, 7));
    Scene.until(
        "the end of the trouble",
        () ->
            Optional.of(slipway.api().get("/api/v1/notifications").toString())
                .filter(list -> list.contains("\"idle\"")));
  }
}
