package dev.slipway.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.need.PullRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What messages say of pull requests. */
class PullRequestsTest {

  private static final RepositoryUrl GITHUB = new RepositoryUrl("git@github.com:Team/shop.git");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Merge pull request #12 from team/branch| 12",
        "Merge pull request 'Add (#3) it' (#12) from branch into main| 12",
        "Merged in branch (pull request #12)| 12",
        "Add it (#12)| 12",
        "Revert \"Add it (#12)\" (#13)| 13",
      })
  void the_first_line_says_it_where_a_host_merged_or_squashed(String message, int number) {
    assertThat(PullRequests.of(GITHUB, message + "\n\nand more"))
        .contains(
            new PullRequest(number, Optional.of("https://github.com/team/shop/pull/" + number)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"See merge request group/sub/project!7", "See merge request !7"})
  void a_line_of_its_own_says_it_at_gitlab(String line) {
    String message = "Merge branch 'a' into 'main'\n\nAdd it\n\n" + line;
    assertThat(PullRequests.of(new RepositoryUrl("https://gitlab.com/group/sub/shop"), message))
        .contains(
            new PullRequest(
                7, Optional.of("https://gitlab.com/group/sub/shop/-/merge_requests/7")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Add it",
        "Fix #12",
        "Fix (#12) and go on",
        "Add it (#0)",
        "Add it (#1234567890)",
        "Add it\n\n(#12)",
        "Add it\n\nas in See merge request a/b!7",
      })
  void other_words_say_nothing(String message) {
    assertThat(PullRequests.of(GITHUB, message)).isEmpty();
  }

  @Test
  void where_the_host_is_not_known_there_is_a_number_and_no_page() {
    for (String repository :
        new String[] {
          "/srv/git/shop", "https://git.example/team/shop", "https://github.com.evil.example/a/b"
        }) {
      assertThat(PullRequests.of(new RepositoryUrl(repository), "Add it (#12)"))
          .contains(new PullRequest(12, Optional.empty()));
    }
    assertThat(PullRequests.of(new RepositoryUrl("https://github.com/a/b?c=<script>"), "Add (#12)"))
        .contains(new PullRequest(12, Optional.empty()));
  }
}
