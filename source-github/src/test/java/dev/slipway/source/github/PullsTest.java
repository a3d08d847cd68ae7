package dev.slipway.source.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.source.PullRequests.PullRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of GitHub's list, as strange as it may be. */
class PullsTest {

  private static final String ONE =
      "[{\"number\":7,\"head\":{\"sha\":\"6dcb09b5b57875f334f61aebed695e2e4193db5e\",\"repo\":%s},"
          + "\"base\":{\"repo\":%s}}]";

  @ParameterizedTest
  @ValueSource(strings = {"null", "{\"id\":2}", "{}", "{\"id\":\"x\"}", "7"})
  void a_head_in_no_repository_or_another_one_is_foreign(String head) {
    assertThat(Pulls.read(ONE.formatted(head, "{\"id\":1}"), 25).orElseThrow())
        .extracting(PullRequest::isForeign)
        .containsExactly(true);
    assertThat(Pulls.read(ONE.formatted(head, "{}"), 25).orElseThrow())
        .extracting(PullRequest::isForeign)
        .containsExactly(true);
  }

  @Test
  void a_head_in_the_same_repository_is_ours() {
    assertThat(Pulls.read(ONE.formatted("{\"id\":1}", "{\"id\":1}"), 25))
        .contains(List.of(new PullRequest(7, AtGitHub.COMMIT, false)));
    assertThat(Pulls.read("[]", 25)).contains(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "<html>",
        "[{\"number\":0}]",
        "[{\"number\":7}]",
        "[{\"number\":7,\"head\":{\"sha\":\"--upload-pack\"}}]",
        "[{\"number\":12345678901}]",
      })
  void what_is_none_is_nothing(String text) {
    assertThat(Pulls.read(text, 25)).isEmpty();
  }
}
