package dev.slipway.source.git;

import static dev.slipway.source.git.Answers.told;
import static dev.slipway.source.git.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.RefName;
import dev.slipway.model.Sha;
import dev.slipway.source.Reading;
import dev.slipway.source.Repository.Resolved;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolveTest {

  @TempDir Path folder;
  private Origin origin;
  private GitRepository git;
  private Sha first;
  private Sha second;

  @BeforeEach
  void set_up() throws IOException {
    origin = Origin.in(folder);
    git =
        GitRepository.keepingMirrorsIn(folder.resolve("data"), new Shelf(), GitRepository.PATIENCE);
    first = origin.pushed("a", "1");
    origin.push("HEAD:refs/tags/v1", "HEAD:refs/heads/both");
    second = origin.pushed("a", "2");
    origin.push("HEAD:refs/tags/both");
  }

  private Reading<Resolved> resolve(String words) {
    return git.resolve(origin.url(), Optional.of(words));
  }

  @Test
  void no_words_mean_the_default_branch() {
    Resolved head = new Resolved(second, Optional.of(RefName.ofBranch("main")));
    assertThat(value(git.resolve(origin.url(), Optional.empty()))).isEqualTo(head);
    assertThat(value(resolve("HEAD"))).isEqualTo(head);
  }

  @Test
  void a_branch_a_tag_and_a_full_ref_are_found_by_name() {
    assertThat(value(resolve("main")))
        .isEqualTo(new Resolved(second, Optional.of(RefName.ofBranch("main"))));
    assertThat(value(resolve("v1")))
        .isEqualTo(new Resolved(first, Optional.of(RefName.ofTag("v1"))));
    assertThat(value(resolve("refs/heads/both")).sha()).isEqualTo(first);
    assertThat(value(resolve("refs/tags/both")).sha()).isEqualTo(second);
  }

  @Test
  void a_commit_is_found_by_its_id_and_by_seven_digits() {
    assertThat(value(resolve(first.value()))).isEqualTo(new Resolved(first, Optional.empty()));
    assertThat(value(resolve(first.abbreviated())).sha()).isEqualTo(first);
  }

  @Test
  void what_means_two_commits_is_refused_with_both() {
    assertThat(resolve("both"))
        .isInstanceOfSatisfying(
            Reading.Unusable.class,
            unusable ->
                assertThat(unusable.because().sentence())
                    .contains("refs/heads/both", "refs/tags/both"));
    origin.push(second.value() + ":refs/heads/" + first.abbreviated());
    assertThat(told(resolve(first.abbreviated()))).isEqualTo("unusable revision-ambiguous");
  }

  @Test
  void a_branch_named_like_a_commit_never_hides_it() {
    origin.push(second.value() + ":refs/heads/" + first.value());
    assertThat(value(resolve(first.value())).sha()).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nothing", "abcdef", "--output=x", "main~1", "v1^{}", "refs/heads/../x"})
  void what_names_nothing_is_refused(String words) {
    assertThat(told(resolve(words))).isEqualTo("unusable revision-unknown");
  }

  @Test
  void a_commit_that_no_branch_holds_is_refused() {
    Sha local = origin.commit("a", "never pushed");
    assertThat(told(resolve(local.value()))).isEqualTo("unusable commit-not-found");
    assertThat(told(resolve("a".repeat(64)))).isEqualTo("unusable revision-unknown");
  }

  @Test
  void a_tree_is_no_commit() {
    String tree = origin.git("rev-parse", "HEAD^{tree}");
    assertThat(told(resolve(tree))).isEqualTo("unusable commit-not-found");
  }
}
