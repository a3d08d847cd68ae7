package dev.slipway.source.git;

import static dev.slipway.source.git.Answers.told;
import static dev.slipway.source.git.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Sha;
import dev.slipway.model.need.Commit;
import dev.slipway.model.need.CommitLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
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

  @Test
  void a_base_that_is_not_there_any_more_is_told() {
    Sha head = commit("first");
    push();
    assertThat(told(git.log(origin.url(), Optional.of(new Sha("1".repeat(40))), head)))
        .isEqualTo("unusable commit-not-found");
  }
}
