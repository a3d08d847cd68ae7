package dev.slipway.source.git;

import static dev.slipway.source.git.Answers.told;
import static dev.slipway.source.git.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Sha;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which commit is made of which. */
class ContainsTest {

  @TempDir Path folder;
  private Origin origin;
  private GitRepository git;

  @BeforeEach
  void set_up() throws IOException {
    origin = Origin.in(folder);
    git =
        GitRepository.keepingMirrorsIn(folder.resolve("data"), new Shelf(), GitRepository.PATIENCE);
  }

  private boolean contains(Sha commit, Sha other) {
    return value(git.contains(origin.url(), commit, other));
  }

  @Test
  void a_commit_contains_itself_and_what_it_descends_from_and_nothing_that_came_later() {
    Sha first = origin.pushed("a", "1");
    Sha second = origin.pushed("a", "2");
    assertThat(contains(second, second)).isTrue();
    assertThat(contains(second, first)).isTrue();
    assertThat(contains(first, second)).isFalse();
  }

  @Test
  void a_merge_contains_both_sides_and_a_side_does_not_contain_the_other() {
    Sha base = origin.pushed("a", "1");
    origin.git("checkout", "--quiet", "-b", "side");
    Sha side = origin.commit("b", "1");
    origin.git("checkout", "--quiet", "main");
    Sha main = origin.commit("c", "1");
    assertThat(base).isNotEqualTo(main);
    origin.git("merge", "--quiet", "--no-ff", "--message=together", "side");
    Sha merge = new Sha(origin.git("rev-parse", "HEAD"));
    origin.push("HEAD:refs/heads/main", "side:refs/heads/side");
    assertThat(contains(merge, side)).isTrue();
    assertThat(contains(merge, main)).isTrue();
    assertThat(contains(main, side)).isFalse();
    assertThat(contains(side, main)).isFalse();
  }

  @Test
  void what_a_later_commit_reverts_is_contained_no_more_until_the_revert_is_reverted() {
    origin.pushed("a", "1");
    Sha bad = origin.pushed("a", "bad");
    Sha reverted = revert(bad);
    Sha after = origin.pushed("b", "1");
    assertThat(contains(reverted, bad)).isFalse();
    assertThat(contains(after, bad)).isFalse();
    Sha again = revert(reverted);
    assertThat(contains(again, bad)).isTrue();
    assertThat(contains(again, reverted)).isFalse();
    assertThat(contains(revert(again), bad)).isFalse();
  }

  @Test
  void words_about_a_revert_elsewhere_take_nothing_back() {
    Sha first = origin.pushed("a", "1");
    Sha bad = origin.pushed("a", "bad");
    origin.git("commit", "--quiet", "--allow-empty", "-m", "This reverts commit " + first + "0");
    origin.git("commit", "--quiet", "--allow-empty", "-m", "This reverts commit deadbeef");
    origin.push("HEAD:refs/heads/main");
    assertThat(contains(new Sha(origin.git("rev-parse", "HEAD")), bad)).isTrue();
  }

  private Sha revert(Sha commit) {
    origin.git("revert", "--no-edit", commit.value());
    origin.push("HEAD:refs/heads/main");
    return new Sha(origin.git("rev-parse", "HEAD"));
  }

  @Test
  void a_commit_that_was_taken_out_by_force_is_in_no_other() {
    origin.pushed("a", "1");
    Sha gone = origin.pushed("a", "bad");
    origin.git("reset", "--quiet", "--hard", "HEAD~1");
    Sha instead = origin.pushed("a", "good");
    assertThat(contains(instead, gone)).isFalse();
    assertThat(contains(instead, new Sha("e".repeat(40)))).isFalse();
  }

  @Test
  void a_commit_that_no_branch_holds_cannot_be_asked_about() {
    Sha first = origin.pushed("a", "1");
    assertThat(told(git.contains(origin.url(), new Sha("e".repeat(40)), first)))
        .isEqualTo("unusable commit-not-found");
  }

  @Test
  void what_was_mirrored_is_known_while_the_origin_is_away() throws IOException {
    Sha first = origin.pushed("a", "1");
    Sha second = origin.pushed("a", "2");
    assertThat(contains(second, first)).isTrue();
    Files.move(origin.bare(), folder.resolve("away.git"));
    assertThat(contains(second, first)).isTrue();
  }
}
