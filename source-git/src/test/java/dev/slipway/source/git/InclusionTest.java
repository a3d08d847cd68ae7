package dev.slipway.source.git;

import static dev.slipway.source.git.Answers.told;
import static dev.slipway.source.git.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Sha;
import dev.slipway.model.need.Inclusion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Is a commit in another one: yes, no, or they have nothing to do with each other. */
class InclusionTest {

  private static final Inclusion INCLUDED = new Inclusion.Included();

  @TempDir Path folder;
  private Origin origin;
  private GitRepository git;

  @BeforeEach
  void set_up() throws IOException {
    origin = Origin.in(folder);
    git =
        GitRepository.keepingMirrorsIn(folder.resolve("data"), new Shelf(), GitRepository.PATIENCE);
  }

  private Inclusion inclusion(Sha commit, Sha other) {
    return value(git.inclusion(origin.url(), commit, other));
  }

  private Sha head() {
    origin.push("HEAD:refs/heads/main");
    return new Sha(origin.git("rev-parse", "HEAD"));
  }

  /** Two commits on a branch of their own, brought by a merge; the second one is returned. */
  private Sha merged(String branch) {
    origin.git("checkout", "--quiet", "-b", branch);
    origin.commit(branch, "1");
    Sha last = origin.commit(branch, "2");
    origin.git("checkout", "--quiet", "main");
    origin.commit("main", branch);
    origin.git("merge", "--quiet", "--no-ff", "--message=together", branch);
    return last;
  }

  @Test
  void it_is_in_itself_and_in_what_descends_from_it_and_not_in_what_came_before() {
    Sha first = origin.pushed("a", "1");
    Sha second = origin.pushed("a", "2");
    assertThat(inclusion(second, second)).isEqualTo(INCLUDED);
    assertThat(inclusion(second, first)).isEqualTo(INCLUDED);
    assertThat(inclusion(first, second)).isEqualTo(new Inclusion.Beside());
  }

  @Test
  void a_merge_brings_all_of_a_branch_and_its_revert_takes_all_of_it_back() {
    origin.pushed("a", "1");
    Sha last = merged("feature");
    Sha merge = head();
    Sha first = new Sha(origin.git("rev-parse", last + "~1"));
    Sha main = new Sha(origin.git("rev-parse", merge + "~1"));
    assertThat(inclusion(merge, first)).isEqualTo(INCLUDED);
    origin.git("revert", "--no-edit", "--mainline", "1", merge.value());
    Sha back = head();
    assertThat(inclusion(back, first)).isEqualTo(new Inclusion.TakenBack(back));
    assertThat(inclusion(back, last)).isEqualTo(new Inclusion.TakenBack(back));
    assertThat(inclusion(back, merge)).isEqualTo(new Inclusion.TakenBack(back));
    assertThat(inclusion(back, main)).isEqualTo(INCLUDED);
  }

  @Test
  void a_merge_whose_revert_was_reverted_is_there_again() {
    origin.pushed("a", "1");
    Sha last = merged("feature");
    origin.git("revert", "--no-edit", "--mainline", "1", "HEAD");
    origin.git("revert", "--no-edit", "HEAD");
    assertThat(inclusion(head(), last)).isEqualTo(INCLUDED);
  }

  @Test
  void the_revert_of_another_merge_takes_nothing_of_it_back() {
    origin.pushed("a", "1");
    Sha mine = merged("mine");
    merged("other");
    origin.git("revert", "--no-edit", "--mainline", "1", "HEAD");
    assertThat(inclusion(head(), mine)).isEqualTo(INCLUDED);
  }

  @Test
  void who_takes_it_back_is_named() {
    origin.pushed("a", "1");
    Sha bad = origin.pushed("a", "bad");
    origin.git("revert", "--no-edit", bad.value());
    Sha revert = head();
    Sha after = origin.pushed("b", "1");
    assertThat(inclusion(after, bad)).isEqualTo(new Inclusion.TakenBack(revert));
  }

  @Test
  void words_about_a_merge_that_is_none_take_nothing_back() throws IOException {
    Sha first = origin.pushed("a", "1");
    String blob = origin.git("rev-parse", "HEAD:a");
    origin.git(
        "commit",
        "--quiet",
        "--allow-empty",
        "-m",
        "This reverts commit %s, reversing changes made to %s.".formatted(blob, "e".repeat(40)));
    assertThat(inclusion(head(), first)).isEqualTo(INCLUDED);
  }

  @Test
  void a_branch_that_was_not_merged_is_not_in_and_another_history_has_no_relation() {
    Sha main = origin.pushed("a", "1");
    origin.git("checkout", "--quiet", "-b", "side");
    Sha side = origin.commit("b", "1");
    origin.git("checkout", "--quiet", "--orphan", "elsewhere");
    Sha elsewhere = origin.commit("c", "1");
    origin.push("side:refs/heads/side", "elsewhere:refs/heads/elsewhere");
    assertThat(inclusion(main, side)).isEqualTo(new Inclusion.Beside());
    assertThat(inclusion(main, elsewhere)).isEqualTo(new Inclusion.Unrelated());
    assertThat(inclusion(main, new Sha("e".repeat(40)))).isEqualTo(new Inclusion.Unrelated());
  }

  @Test
  void what_is_deployed_and_no_branch_holds_any_more_cannot_be_asked_about() {
    Sha first = origin.pushed("a", "1");
    assertThat(told(git.inclusion(origin.url(), new Sha("e".repeat(40)), first)))
        .isEqualTo("unusable commit-not-found");
  }

  private boolean contains(Sha commit, Sha other) {
    return inclusion(commit, other) instanceof Inclusion.Included;
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
  void what_was_mirrored_is_known_while_the_origin_is_away() throws IOException {
    Sha first = origin.pushed("a", "1");
    Sha second = origin.pushed("a", "2");
    assertThat(contains(second, first)).isTrue();
    Files.move(origin.bare(), folder.resolve("away.git"));
    assertThat(contains(second, first)).isTrue();
  }
}
