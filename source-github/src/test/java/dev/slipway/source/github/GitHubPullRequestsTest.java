package dev.slipway.source.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.source.PullRequests;
import dev.slipway.source.PullRequests.Open;
import dev.slipway.source.PullRequests.Said;
import dev.slipway.source.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Open pull requests as GitHub tells them, and the one comment of ours at each. */
class GitHubPullRequestsTest extends AtGitHub {

  private static final String NEXT = "7fd1a60b01f91b314f59955a4e4d4e80d8edf11d";
  private static final String MARK = "<!-- slipway:main%2Fslipway -->\n";
  private static final String ME = KeptPulls.OWNER + ": ";

  private PullRequests pulls;

  @BeforeEach
  void begin() {
    pulls = new GitHubPullRequests(apis);
  }

  private void at(Consumer<KeptPulls> change) {
    github.pulls(kept -> {
      change.accept(kept);
      return true;
    });
  }

  private String say(int number, String text) {
    return switch (pulls.say(repository(), number, "main/slipway", text)) {
      case Reading.Read<Said>(Said how) -> how.name();
      case Reading.Unusable<Said>(Reason because) -> "not here " + because.code();
      case Reading.Unavailable<Said>(Reason because) ->
          "not now " + because.code() + " " + because.sentence();
    };
  }

  private Open open() {
    return switch (pulls.open(repository())) {
      case Reading.Read<Open>(Open open) -> open;
      case Reading.Unusable<Open> it -> throw new AssertionError(it);
      case Reading.Unavailable<Open> it -> throw new AssertionError(it);
    };
  }

  private List<String> comments(int number) {
    return github.pulls(kept -> kept.comments(number));
  }

  private long asked(String what) {
    return github.asked().stream().filter(it -> it.matches(what)).count();
  }

  @Test
  void those_that_are_open_are_told_the_one_that_changed_last_first_and_forks_as_forks() {
    at(kept -> {
      kept.open(1, NEXT);
      kept.openOfFork(2, NEXT);
      kept.open(1, COMMIT.value());
    });
    assertThat(open())
        .isEqualTo(
            new Open(
                List.of(
                    new PullRequests.PullRequest(1, COMMIT, false),
                    new PullRequests.PullRequest(2, new Sha(NEXT), true)),
                true));
  }

  @Test
  void looking_costs_nothing_while_nothing_changes() {
    at(kept -> kept.open(1, NEXT));
    Open first = open();
    assertThat(open()).isEqualTo(first);
    assertThat(asked("GET .*/pulls.* 200")).isEqualTo(1);
    assertThat(asked("GET .*/pulls.* 304")).isEqualTo(1);
  }

  @Test
  void more_than_a_hundred_are_not_looked_at_and_that_is_said() {
    for (int number = 1; number <= 101; number++) {
      int each = number;
      at(kept -> kept.open(each, NEXT));
    }
    assertThat(open().all()).hasSize(100);
    assertThat(open().isWhole()).isFalse();
    at(kept -> kept.close(101));
    at(kept -> kept.close(100));
    assertThat(open().isWhole()).isTrue();
  }

  @Test
  void a_comment_is_made_once_edited_where_it_differs_and_let_be_where_it_does_not() {
    assertThat(say(1, "one")).isEqualTo("MADE");
    assertThat(say(1, "one")).isEqualTo("SAME");
    assertThat(say(1, "two")).isEqualTo("EDITED");
    assertThat(say(2, "two")).isEqualTo("MADE");
    assertThat(comments(1)).containsExactly(ME + MARK + "two");
    assertThat(comments(2)).containsExactly(ME + MARK + "two");
    assertThat(asked("PATCH .*")).isEqualTo(1);
  }

  @Test
  void whoever_starts_anew_finds_it_behind_many_others_and_makes_no_second() {
    for (int i = 0; i < 30; i++) {
      at(kept -> kept.comment(1, "octocat", "Me too"));
    }
    assertThat(say(1, "one")).isEqualTo("MADE");
    pulls = new GitHubPullRequests(apis);
    assertThat(say(1, "one")).isEqualTo("SAME");
    pulls = new GitHubPullRequests(apis);
    assertThat(say(1, "two")).isEqualTo("EDITED");
    assertThat(comments(1)).hasSize(31).last().isEqualTo(ME + MARK + "two");
  }

  @Test
  void what_a_stranger_wrote_with_our_mark_is_left_alone() {
    at(kept -> kept.comment(1, "mallory", MARK + "one"));
    at(kept -> kept.comment(1, KeptPulls.OWNER, "I said " + MARK));
    assertThat(say(1, "one")).isEqualTo("MADE");
    assertThat(comments(1))
        .containsExactly("mallory: " + MARK + "one", ME + "I said " + MARK, ME + MARK + "one");
  }

  @Test
  void comments_of_other_names_are_others() {
    assertThat(say(1, "one")).isEqualTo("MADE");
    pulls.say(repository(), 1, "main/a--> b", "two");
    assertThat(comments(1))
        .containsExactly(ME + MARK + "one", ME + "<!-- slipway:main%2Fa%2D%2D%3E+b -->\ntwo");
  }

  @Test
  void one_that_somebody_deleted_is_made_anew() {
    assertThat(say(1, "one")).isEqualTo("MADE");
    at(kept -> kept.delete(KeptPulls.OWNER));
    assertThat(say(1, "two")).isEqualTo("MADE");
    assertThat(comments(1)).containsExactly(ME + MARK + "two");
  }

  @Test
  void a_token_that_may_not_is_told_so_with_what_to_do() {
    at(kept -> kept.refuse(Optional.of("Resource not accessible by personal access token")));
    assertThat(say(1, "one"))
        .startsWith("not now github-may-not-comment ")
        .endsWith("team/shop and comment on them; give it 'Pull requests: read and write' there.");
    at(kept -> kept.refuse(Optional.empty()));
    assertThat(say(1, "one")).isEqualTo("MADE");
  }

  @Test
  void a_locked_conversation_and_too_long_a_text_are_matters_of_one_pull_request() {
    at(kept -> kept.lock(1));
    assertThat(say(1, "one")).isEqualTo("not here github-locked");
    assertThat(say(2, "x".repeat(65_536))).isEqualTo("not here github-declined");
  }

  @Test
  void limits_are_waited_out_and_no_second_is_made_behind_them() {
    assertThat(say(1, "one")).isEqualTo("MADE");
    github.hasten(403, Map.of("Retry-After", "30"));
    assertThat(say(1, "two")).startsWith("not now github-limit ");
    now = now.plusSeconds(30);
    assertThat(say(1, "two")).isEqualTo("EDITED");
    assertThat(comments(1)).containsExactly(ME + MARK + "two");
  }

  @Test
  void what_lies_elsewhere_has_none() {
    RepositoryUrl elsewhere = new RepositoryUrl("https://github.com/team/shop");
    assertThat(pulls.knows(elsewhere)).isFalse();
    assertThat(pulls.open(elsewhere)).isInstanceOf(Reading.Unusable.class);
    assertThat(pulls.say(elsewhere, 1, "main/slipway", "x")).isInstanceOf(Reading.Unusable.class);
    assertThat(github.asked()).isEmpty();
  }
}
