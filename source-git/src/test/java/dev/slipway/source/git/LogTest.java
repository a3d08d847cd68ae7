package dev.slipway.source.git;

import static dev.slipway.source.git.Answers.told;
import static dev.slipway.source.git.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Sha;
import dev.slipway.model.need.Commit;
import dev.slipway.model.need.CommitLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies between two commits. */
class LogTest {

  @TempDir Path folder;
  private Origin origin;
  private GitRepository git;

  @BeforeEach
  void set_up() throws IOException {
    origin = Origin.in(folder);
    git =
        GitRepository.keepingMirrorsIn(folder.resolve("data"), new Shelf(), GitRepository.PATIENCE);
  }

  private Sha commit(String message) {
    origin.git("commit", "--quiet", "--allow-empty", "--author=Alice <a@b.c>", "-m", message);
    return new Sha(origin.git("rev-parse", "HEAD"));
  }

  private void push() {
    origin.push("HEAD:refs/heads/main");
  }

  private CommitLog log(Optional<Sha> base, Sha head) {
    return value(git.log(origin.url(), base, head));
  }

  @Test
  void what_a_head_has_and_its_base_has_not_is_told_newest_first_without_addresses() {
    Sha base = commit("first");
    Sha middle = commit("second\n\nwith more to say");
    Sha head = commit("third");
    push();
    CommitLog log = log(Optional.of(base), head);
    assertThat(log.newest()).extracting(Commit::sha).containsExactly(head, middle);
    assertThat(log.newest()).extracting(Commit::subject).containsExactly("third", "second");
    assertThat(log.newest()).extracting(Commit::author).containsOnly("Alice");
    assertThat(log.total()).isEqualTo(2);
    assertThat(log.whole()).isTrue();
  }

  @Test
  void going_back_brings_nothing_and_the_other_way_round_says_what_is_taken_back() {
    Sha older = commit("first");
    Sha newer = commit("second");
    push();
    assertThat(log(Optional.of(newer), older).newest()).isEmpty();
    assertThat(log(Optional.of(older), newer).newest())
        .extracting(Commit::sha)
        .containsExactly(newer);
  }

  @Test
  void a_long_log_is_counted_and_its_newest_are_shown() {
    Sha base = commit("first");
    Sha head =
        IntStream.rangeClosed(1, CommitLog.NEWEST_MAX + 3)
            .mapToObj(number -> commit("change " + number))
            .reduce((one, later) -> later)
            .orElseThrow();
    push();
    CommitLog log = log(Optional.of(base), head);
    assertThat(log.newest()).hasSize(CommitLog.NEWEST_MAX);
    assertThat(log.total()).isEqualTo(CommitLog.NEWEST_MAX + 3);
  }

  @Test
  void long_words_are_cut_and_say_so() {
    Sha head = commit("😀".repeat(500));
    push();
    String subject = log(Optional.empty(), head).newest().getFirst().subject();
    assertThat(subject.codePointCount(0, subject.length())).isEqualTo(Commit.SUBJECT_LENGTH_MAX);
    assertThat(subject).endsWith("😀…");
  }

  private Sha revert(String commit, String... more) {
    List<String> words = new ArrayList<>(List.of("revert", "--no-edit"));
    words.addAll(List.of(more));
    words.add(commit);
    origin.git(words.toArray(String[]::new));
    return new Sha(origin.git("rev-parse", "HEAD"));
  }

  private Sha change(String file) {
    return origin.commit(file, file);
  }

  private Map<Sha, Sha> undone(Sha base, Sha head) {
    return log(Optional.of(base), head).newest().stream()
        .filter(commit -> commit.undoneBy().isPresent())
        .collect(Collectors.toMap(Commit::sha, commit -> commit.undoneBy().orElseThrow()));
  }

  @Test
  void what_is_taken_back_on_the_way_is_told_and_by_which_commit() {
    Sha base = commit("first");
    Sha kept = change("kept");
    Sha gone = change("gone");
    Sha undoing = revert(gone.value());
    push();
    assertThat(undone(base, undoing)).isEqualTo(Map.of(gone, undoing)).doesNotContainKey(kept);
    assertThat(undone(base, gone)).isEmpty();
    assertThat(undone(gone, undoing)).isEmpty();
  }

  @Test
  void a_revert_that_is_taken_back_takes_nothing_back() {
    Sha base = commit("first");
    Sha change = change("file");
    Sha undoing = revert(change.value());
    Sha again = revert(undoing.value());
    push();
    assertThat(undone(base, again)).isEqualTo(Map.of(undoing, again));
  }

  @Test
  void whoever_takes_a_merge_back_takes_back_what_it_had_brought() {
    Sha base = commit("first");
    origin.git("checkout", "--quiet", "-b", "topic");
    Sha one = change("one");
    Sha two = change("two");
    origin.git("checkout", "--quiet", "-");
    Sha beside = change("beside");
    origin.git("merge", "--quiet", "--no-ff", "-m", "Merge topic", "topic");
    Sha merge = new Sha(origin.git("rev-parse", "HEAD"));
    Sha undoing = revert(merge.value(), "-m", "1");
    push();
    assertThat(undone(base, undoing)).isEqualTo(Map.of(merge, undoing, one, undoing, two, undoing));
    assertThat(undone(base, merge)).isEmpty();
    assertThat(log(Optional.of(base), undoing).newest())
        .extracting(Commit::sha)
        .contains(beside, merge, one, two);
  }

  @Test
  void a_base_that_is_not_there_any_more_is_told() {
    Sha head = commit("first");
    push();
    assertThat(told(git.log(origin.url(), Optional.of(new Sha("1".repeat(40))), head)))
        .isEqualTo("unusable commit-not-found");
  }
}
