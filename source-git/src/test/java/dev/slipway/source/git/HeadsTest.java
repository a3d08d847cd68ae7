package dev.slipway.source.git;

import static dev.slipway.source.git.Answers.told;
import static dev.slipway.source.git.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.Head;
import dev.slipway.source.Repository.Heads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadsTest {

  private static final RefName MAIN = RefName.ofBranch("main");

  @TempDir Path folder;
  private Origin origin;
  private GitRepository git;

  @BeforeEach
  void set_up() throws IOException {
    origin = Origin.in(folder);
    git =
        GitRepository.keepingMirrorsIn(folder.resolve("data"), new Shelf(), GitRepository.PATIENCE);
  }

  private Optional<Sha> main() {
    return value(git.heads(origin.url(), List.of(MAIN))).getFirst().sha();
  }

  @Test
  void a_head_is_what_was_pushed_last() {
    Sha first = origin.pushed("a", "1");
    assertThat(main()).contains(first);
    Sha second = origin.pushed("a", "2");
    assertThat(main()).contains(second);
  }

  @Test
  void a_rewound_branch_and_one_of_another_history_are_read_as_they_are() {
    Sha first = origin.pushed("a", "1");
    origin.pushed("a", "2");
    assertThat(main()).isNotEqualTo(Optional.of(first));
    origin.git("reset", "--quiet", "--hard", first.value());
    origin.push("HEAD:refs/heads/main");
    assertThat(main()).contains(first);
    origin.git("checkout", "--quiet", "--orphan", "other");
    Sha unrelated = origin.pushed("b", "1");
    assertThat(main()).contains(unrelated);
  }

  @Test
  void a_deleted_branch_has_no_commit() {
    Sha first = origin.pushed("a", "1");
    origin.push("HEAD:refs/heads/gone");
    RefName gone = RefName.ofBranch("gone");
    assertThat(value(git.heads(origin.url(), List.of(MAIN, gone))))
        .containsExactly(new Head(MAIN, Optional.of(first)), new Head(gone, Optional.of(first)));
    origin.push(":refs/heads/gone");
    assertThat(value(git.heads(origin.url(), List.of(MAIN, gone))))
        .containsExactly(new Head(MAIN, Optional.of(first)), new Head(gone, Optional.empty()));
  }

  @Test
  void a_branch_may_take_the_place_of_a_folder_of_branches() {
    Sha sha = origin.pushed("a", "1");
    origin.push("HEAD:refs/heads/x");
    value(git.heads(origin.url(), List.of(RefName.ofBranch("x"))));
    origin.push(":refs/heads/x");
    origin.push("HEAD:refs/heads/x/y");
    assertThat(value(git.heads(origin.url(), List.of(RefName.ofBranch("x/y")))).getFirst().sha())
        .contains(sha);
  }

  @Test
  void an_annotated_tag_stands_for_its_commit() {
    Sha sha = origin.pushed("a", "1");
    origin.git("tag", "--annotate", "--message=one", "v1");
    origin.push("v1");
    RefName tag = RefName.ofTag("v1");
    assertThat(value(git.heads(origin.url(), List.of(tag))))
        .containsExactly(new Head(tag, Optional.of(sha)));
    assertThat(value(git.allHeads(origin.url(), Optional.empty())).heads())
        .contains(new Head(tag, Optional.of(sha)));
  }

  @Test
  void an_empty_repository_has_no_heads() {
    assertThat(main()).isEmpty();
    assertThat(value(git.allHeads(origin.url(), Optional.empty())).heads()).isEmpty();
    assertThat(told(git.resolve(origin.url(), Optional.empty())))
        .isEqualTo("unusable repository-empty");
  }

  @Test
  void all_heads_say_whether_anything_changed() {
    origin.pushed("a", "1");
    Heads first = value(git.allHeads(origin.url(), Optional.empty()));
    assertThat(first.changed()).isTrue();
    Heads again = value(git.allHeads(origin.url(), Optional.of(first.token())));
    assertThat(again.changed()).isFalse();
    assertThat(again.token()).isEqualTo(first.token());
    Sha second = origin.pushed("a", "2");
    Heads later = value(git.allHeads(origin.url(), Optional.of(first.token())));
    assertThat(later.changed()).isTrue();
    assertThat(later.heads()).containsExactly(new Head(MAIN, Optional.of(second)));
  }

  @Test
  void an_origin_that_is_gone_is_unavailable_and_keeps_its_mirror() throws IOException {
    Sha sha = origin.pushed("a", "1");
    assertThat(main()).contains(sha);
    Files.move(origin.bare(), folder.resolve("elsewhere"));
    assertThat(told(git.heads(origin.url(), List.of(MAIN))))
        .isEqualTo("unavailable repository-not-found");
    assertThat(told(git.allHeads(origin.url(), Optional.empty())))
        .isEqualTo("unavailable repository-not-found");
    assertThat(told(git.tree(origin.url(), sha, Optional.empty()))).isEqualTo("read");
  }

  @ParameterizedTest
  @CsvSource({
    "https://127.0.0.1:1/shop.git, unavailable repository-unreachable",
    "http://user:secret@127.0.0.1:1/shop.git, unavailable repository-unreachable",
    "ext::sh -c true, unusable repository-address",
    "relative/path, unusable repository-address",
    "ssh://-oProxyCommand=true/x, unusable repository-address",
    "ssh://x@-oProxyCommand=true/x, unusable repository-address",
    "git@host:-x, unusable repository-address",
    "file://host/share, unusable repository-address",
    "fd::7, unusable repository-address",
    "ftp://host/x, unusable repository-address",
  })
  void an_address_is_asked_or_refused_without_being_repeated(String address, String outcome) {
    var reading = git.heads(new RepositoryUrl(address), List.of(MAIN));
    assertThat(told(reading)).isEqualTo(outcome);
    assertThat(reading.toString()).doesNotContain("secret", address);
  }

  @Test
  void a_broken_mirror_is_made_anew() throws IOException {
    Sha first = origin.pushed("a", "1");
    assertThat(main()).contains(first);
    try (Stream<Path> files = Files.walk(folder.resolve("data/mirrors"))) {
      for (Path file : files.filter(path -> path.toString().contains("/objects/")).toList()) {
        if (Files.isRegularFile(file)) {
          assertThat(file.toFile().setWritable(true)).isTrue();
          Files.writeString(file, "broken");
        }
      }
    }
    assertThat(main()).contains(first);
    Sha second = origin.pushed("a", "2");
    assertThat(main()).contains(second);
    assertThat(told(git.tree(origin.url(), first, Optional.of("a")))).isEqualTo("read");
  }

  @Test
  void what_a_crash_left_behind_is_removed_at_the_start() throws IOException {
    Sha first = origin.pushed("a", "1");
    assertThat(main()).contains(first);
    Path mirror;
    try (Stream<Path> mirrors = Files.list(folder.resolve("data/mirrors"))) {
      mirror = mirrors.findFirst().orElseThrow();
    }
    Files.createFile(mirror.resolve("refs/heads/main.lock"));
    Files.createFile(mirror.resolve("packed-refs.lock"));
    Files.createDirectories(mirror.resolve("objects/pack"));
    Files.createFile(mirror.resolve("objects/pack/tmp_pack_x"));
    git =
        GitRepository.keepingMirrorsIn(folder.resolve("data"), new Shelf(), GitRepository.PATIENCE);
    Sha second = origin.pushed("a", "2");
    assertThat(main()).contains(second);
    assertThat(mirror.resolve("refs/heads/main.lock")).doesNotExist();
    assertThat(mirror.resolve("objects/pack/tmp_pack_x")).doesNotExist();
  }

  @Test
  void a_repository_that_hangs_holds_up_no_other() throws Exception {
    Sha sha = origin.pushed("a", "1");
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(() -> {
        try (Socket _ = silent.accept()) {
          asked.countDown();
          over.await();
        } catch (IOException | InterruptedException e) {
          throw new IllegalStateException(e);
        }
        // The listing that is asked for after that finds the door closed.
        try (Socket second = silent.accept()) {
          second.shutdownOutput();
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      });
      RepositoryUrl hanging = new RepositoryUrl("http://127.0.0.1:" + silent.getLocalPort() + "/x");
      Future<String> waiting = threads.submit(() -> told(git.heads(hanging, List.of(MAIN))));
      asked.await();
      assertThat(main()).contains(sha);
      assertThat(waiting.isDone()).isFalse();
      over.countDown();
      assertThat(waiting.get()).startsWith("unavailable");
    }
  }
}
