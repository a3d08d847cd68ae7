package dev.slipway.source.git;

import static dev.slipway.source.git.Answers.told;
import static dev.slipway.source.git.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Sha;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who wrote what lies between two commits. */
class AuthorsTest {

  private static final String COMMITTER = "somebody@example.com";

  @TempDir Path folder;
  private Origin origin;
  private GitRepository git;

  @BeforeEach
  void set_up() throws IOException {
    origin = Origin.in(folder);
    git =
        GitRepository.keepingMirrorsIn(folder.resolve("data"), new Shelf(), GitRepository.PATIENCE);
  }

  private Sha by(String author, String message) {
    origin.git(
        "commit",
        "--quiet",
        "--allow-empty",
        "--author=A <" + author + ">",
        "--message=" + message);
    origin.push("HEAD:refs/heads/main");
    return new Sha(origin.git("rev-parse", "HEAD"));
  }

  private Set<String> authors(Optional<Sha> base, Sha head) {
    return value(git.authors(origin.url(), base, head));
  }

  @Test
  void everybody_between_base_and_head_is_an_author_and_nobody_before() {
    Sha base = by("before@example.org", "first");
    by("Alice@Example.ORG", "second");
    Sha head = by("bob@example.org", "third");
    assertThat(authors(Optional.of(base), head))
        .containsExactlyInAnyOrder("alice@example.org", "bob@example.org", COMMITTER);
  }

  @Test
  void co_authors_count() {
    Sha base = by("before@example.org", "first");
    Sha head = by("bob@example.org", "second\n\nCo-authored-by: Carol <carol@example.org>\n");
    assertThat(authors(Optional.of(base), head)).contains("carol@example.org");
  }

  @Test
  void without_a_base_only_the_head_is_looked_at() {
    by("before@example.org", "first");
    Sha head = by("bob@example.org", "second");
    assertThat(authors(Optional.empty(), head))
        .containsExactlyInAnyOrder("bob@example.org", COMMITTER);
  }

  @Test
  void a_base_that_is_not_there_any_more_leaves_nothing_out() {
    by("before@example.org", "first");
    Sha head = by("bob@example.org", "second");
    assertThat(authors(Optional.of(new Sha("1".repeat(40))), head))
        .contains("before@example.org", "bob@example.org");
  }

  @Test
  void going_back_asks_for_the_author_of_where_it_goes() {
    Sha older = by("alice@example.org", "first");
    Sha newer = by("bob@example.org", "second");
    assertThat(authors(Optional.of(newer), older))
        .containsExactlyInAnyOrder("alice@example.org", COMMITTER);
  }

  @Test
  void a_head_that_is_not_there_is_told() {
    by("bob@example.org", "first");
    assertThat(told(git.authors(origin.url(), Optional.empty(), new Sha("1".repeat(40)))))
        .isEqualTo("unusable commit-not-found");
  }
}
