package dev.slipway.source.git;

import static dev.slipway.source.git.Answers.told;
import static dev.slipway.source.git.Answers.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.RefName;
import dev.slipway.model.Sha;
import dev.slipway.model.need.Head;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTest {

  @TempDir Path folder;
  private Origin origin;
  private GitRepository git;

  @BeforeEach
  void set_up() throws IOException {
    origin = Origin.in(folder);
    git =
        GitRepository.keepingMirrorsIn(folder.resolve("data"), new Shelf(), GitRepository.PATIENCE);
  }

  @Test
  void every_hostile_branch_is_read_as_text_and_does_nothing() throws IOException {
    Sha sha = origin.pushed("a", "1");
    List<RefName> branches = new ArrayList<>();
    for (String name : strings("branch-names.json", "name")) {
      RefName branch = RefName.ofBranch(name);
      if (isAcceptedByGit(branch)) {
        push(sha, branch);
        branches.add(branch);
      }
    }
    assertThat(branches).hasSizeGreaterThan(12);
    List<Path> before = everythingOutsideTheData();

    for (RefName branch : branches) {
      assertThat(value(git.heads(origin.url(), List.of(branch))))
          .containsExactly(new Head(branch, Optional.of(sha)));
      assertThat(told(git.resolve(origin.url(), branch.branch())))
          .isIn("read", "unusable commit-not-found");
    }
    assertThat(value(git.allHeads(origin.url(), Optional.empty())).heads())
        .extracting(Head::ref)
        .containsAll(branches);
    assertThat(everythingOutsideTheData()).isEqualTo(before);
  }

  @Test
  void a_branch_that_git_refuses_is_simply_not_there() throws IOException {
    origin.pushed("a", "1");
    for (String name : strings("branch-names.json", "name")) {
      RefName branch = RefName.ofBranch(name);
      if (!isAcceptedByGit(branch)) {
        assertThat(value(git.heads(origin.url(), List.of(branch))))
            .containsExactly(new Head(branch, Optional.empty()));
      }
    }
  }

  @Test
  void a_ref_with_dots_never_reads_a_file_of_the_mirror() {
    origin.pushed("a", "1");
    RefName ref = new RefName("refs/heads/../../config");
    assertThat(value(git.heads(origin.url(), List.of(ref))))
        .containsExactly(new Head(ref, Optional.empty()));
  }

  @Test
  void no_hostile_path_gives_a_byte() throws IOException {
    Sha sha = linked("symlink-to-parent", "sub");
    for (String path : strings("paths.json", "")) {
      assertThat(told(git.tree(origin.url(), sha, Optional.of(path))))
          .isIn("unusable path-not-allowed", "unusable document-not-found");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "/a",
        "a/",
        "a//b",
        "./a",
        "../a",
        ".git/config",
        ".GIT/config",
        ".git./config",
        "GIT~1/config",
        ".g\u200cit/config",
        "a\\b",
        "a:b",
        "a\u0000"
      })
  void a_path_is_plain_and_inside(String path) {
    assertThat(RepositoryPath.mayBeAskedFor(path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "link, /etc/passwd, unusable link-leaves-repository",
    "link, .., unusable link-leaves-repository",
    "link, ../x, unusable link-leaves-repository",
    "d/link, ../../x, unusable link-leaves-repository",
    "d/link, a/../../x, unusable link-leaves-repository",
    "link, .git/config, unusable link-leaves-repository",
    "d/link, ../.GIT/config, unusable link-leaves-repository",
    "d/link, .., read",
    "d/link, ../a, read",
    "link, nowhere, read",
    "link, ./d/./x, read",
  })
  void a_link_stays_inside_or_the_commit_is_unusable(String path, String target, String outcome)
      throws IOException {
    Sha sha = linked(path, target);
    var reading = git.tree(origin.url(), sha, Optional.empty());
    assertThat(told(reading)).isEqualTo(outcome);
    if (!outcome.equals("read")) {
      assertThat(reading.toString()).contains("'" + path + "'").doesNotContain(target);
    }
  }

  @Test
  void a_document_is_never_read_through_a_link() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    Sha sha = linked("slipway.yaml", secret.toString());
    var reading = git.tree(origin.url(), sha, Optional.of("slipway.yaml"));
    assertThat(told(reading)).isEqualTo("unusable document-not-a-file");
    assertThat(reading.toString()).doesNotContain(secret.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {".git", ".GIT", "..", ".", "git~1", ".g\u200cit", ".git "})
  void a_tree_made_by_hand_with_a_dangerous_name_is_unusable(String name) throws Exception {
    origin.pushed("a", "1");
    String blob = origin.git("hash-object", "-w", "a");
    Sha sha = handMade("100644 blob " + blob + "\t" + name + "\0");
    assertThat(told(git.tree(origin.url(), sha, Optional.empty())))
        .isEqualTo("unusable path-not-allowed");
  }

  @Test
  void a_tree_made_by_hand_with_a_link_and_a_folder_of_one_name_is_unusable() throws Exception {
    origin.pushed("sub/a", "1");
    String blob = origin.git("hash-object", "-w", "sub/a");
    String tree = origin.git("rev-parse", "HEAD:sub");
    Sha sha = handMade("120000 blob " + blob + "\tx\0" + "040000 tree " + tree + "\tx\0");
    assertThat(told(git.tree(origin.url(), sha, Optional.empty())))
        .isEqualTo("unusable path-twice");
  }

  @Test
  void a_branch_too_long_for_a_file_name_hinders_no_other() throws IOException {
    Sha first = origin.pushed("a", "1");
    RefName tooLong = RefName.ofBranch("x".repeat(300));
    push(first, tooLong);
    assertThat(value(git.heads(origin.url(), List.of(tooLong))).getFirst().sha()).contains(first);
    assertThat(told(git.tree(origin.url(), first, Optional.empty()))).isEqualTo("read");
    assertThat(told(git.resolve(origin.url(), Optional.of(first.abbreviated())))).isEqualTo("read");
    assertThat(told(git.resolve(origin.url(), Optional.of("a".repeat(40)))))
        .isEqualTo("unusable commit-not-found");
  }

  /**
   * Other origins keep names that no file can have; here they are written where refs are packed.
   */
  private void push(Sha sha, RefName branch) throws IOException {
    if (branch.value().length() < 200) {
      origin.push(sha + ":" + branch);
    } else {
      Files.writeString(
          origin.bare().resolve("packed-refs"),
          "# pack-refs with: peeled fully-peeled sorted \n" + sha + " " + branch + "\n");
    }
  }

  private Sha linked(String path, String target) throws IOException {
    Path link = origin.work().resolve(path);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of(target));
    Sha sha = origin.commitAll();
    origin.push("HEAD:refs/heads/main");
    return sha;
  }

  private Sha handMade(String entries) throws Exception {
    Process mktree =
        new ProcessBuilder("git", "mktree", "-z").directory(origin.work().toFile()).start();
    mktree.getOutputStream().write(entries.getBytes(UTF_8));
    mktree.getOutputStream().close();
    String tree = new String(mktree.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(mktree.waitFor()).isZero();
    Sha sha = new Sha(origin.git("commit-tree", "-m", "by hand", tree));
    origin.push(sha + ":refs/heads/main");
    return sha;
  }

  private boolean isAcceptedByGit(RefName ref) throws IOException {
    if (ref.value().indexOf('\0') >= 0) {
      return false;
    }
    try {
      origin.git("check-ref-format", ref.value());
      return true;
    } catch (IllegalStateException _) {
      return false;
    }
  }

  private List<Path> everythingOutsideTheData() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> !path.startsWith(folder.resolve("data"))).sorted().toList();
    }
  }

  /** The texts of a list, or of a field of its objects, without a JSON library for two files. */
  private static List<String> strings(String file, String field) throws IOException {
    try (InputStream in = HostileTest.class.getResourceAsStream(file)) {
      String json = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      Pattern pattern =
          Pattern.compile(
              field.isEmpty()
                  ? "(?m)^    \"((?:[^\"\\\\]|\\\\.)*)\",?$"
                  : "\"" + field + "\": \"((?:[^\"\\\\]|\\\\.)*)\"");
      List<String> found = new ArrayList<>();
      for (Matcher matcher = pattern.matcher(json); matcher.find(); ) {
        found.add(unescaped(matcher.group(1)));
      }
      assertThat(found).hasSizeGreaterThan(20);
      return found;
    }
  }

  private static String unescaped(String json) {
    return Pattern.compile("\\\\u([0-9a-f]{4})|\\\\(.)")
        .matcher(json)
        .replaceAll(match ->
            Matcher.quoteReplacement(
                match.group(1) != null
                    ? String.valueOf((char) Integer.parseInt(match.group(1), 16))
                    : match.group(2).equals("n") ? "\n" : match.group(2)));
  }
}
