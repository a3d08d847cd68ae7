package dev.slipway.source.git;

import static dev.slipway.source.git.Answers.told;
import static dev.slipway.source.git.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Sha;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeTest {

  @TempDir Path folder;
  private Origin origin;
  private Shelf shelf;
  private GitRepository git;

  @BeforeEach
  void set_up() throws IOException {
    origin = Origin.in(folder);
    shelf = new Shelf();
    git = GitRepository.keepingMirrorsIn(folder.resolve("data"), shelf, GitRepository.PATIENCE);
  }

  private Digest archive(Sha sha) {
    return value(git.tree(origin.url(), sha, Optional.empty())).archive().digest();
  }

  @Test
  void a_document_is_the_bytes_of_its_file() {
    Sha first = origin.pushed("deploy/slipway.yaml", "application: shop\n");
    Sha second = origin.pushed("deploy/slipway.yaml", "application: other\n");
    assertThat(value(git.tree(origin.url(), first, Optional.of("deploy/slipway.yaml"))).document())
        .contains(Bytes.ofUtf8("application: shop\n"));
    assertThat(value(git.tree(origin.url(), second, Optional.of("deploy/slipway.yaml"))).document())
        .contains(Bytes.ofUtf8("application: other\n"));
    assertThat(told(git.tree(origin.url(), first, Optional.of("slipway.yaml"))))
        .isEqualTo("unusable document-not-found");
    assertThat(told(git.tree(origin.url(), first, Optional.of("deploy"))))
        .isEqualTo("unusable document-not-a-file");
  }

  @Test
  void a_document_is_small() {
    Sha fits = origin.pushed("a", "x".repeat(CommitTree.DOCUMENT_SIZE_MAX));
    Sha tooLarge = origin.pushed("a", "x".repeat(CommitTree.DOCUMENT_SIZE_MAX + 1));
    assertThat(told(git.tree(origin.url(), fits, Optional.of("a")))).isEqualTo("read");
    assertThat(told(git.tree(origin.url(), tooLarge, Optional.of("a"))))
        .isEqualTo("unusable document-too-large");
  }

  @Test
  void a_real_tar_unpacks_the_archive_to_the_same_files() throws Exception {
    String deep = "a-folder-with-a-name/".repeat(7) + "file";
    origin.commit(deep, "deep");
    origin.commit("größe/日本", "text");
    origin.commit("empty", "");
    Files.createSymbolicLink(origin.work().resolve("link"), Path.of("größe/日本"));
    Path program = Files.writeString(origin.work().resolve("program"), "#!/bin/sh\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Sha sha = origin.commitAll();
    origin.push("HEAD:refs/heads/main");

    Path tar = Files.write(folder.resolve("a.tar"), shelf.get(archive(sha)));
    Path out = Files.createDirectory(folder.resolve("out"));
    Process process =
        new ProcessBuilder("tar", "-xf", tar.toString(), "-C", out.toString()).inheritIO().start();
    assertThat(process.waitFor()).isZero();

    assertThat(Files.readString(out.resolve(deep))).isEqualTo("deep");
    assertThat(Files.readString(out.resolve("größe/日本"))).isEqualTo("text");
    assertThat(Files.readSymbolicLink(out.resolve("link"))).isEqualTo(Path.of("größe/日本"));
    assertThat(out.resolve("empty")).isEmptyFile();
    assertThat(out.resolve("program")).isExecutable();
    assertThat(Files.isExecutable(out.resolve("empty"))).isFalse();
    assertThat(Files.getLastModifiedTime(out.resolve("empty")).toMillis()).isZero();
  }

  @Test
  void an_archive_is_made_once_and_again_only_when_it_is_lost() {
    Sha sha = origin.pushed("a", "1");
    Digest first = archive(sha);
    assertThat(archive(sha)).isEqualTo(first);
    assertThat(shelf.made).hasValue(1);
    shelf.clear();
    assertThat(archive(sha)).isEqualTo(first);
    assertThat(shelf.made).hasValue(2);
  }

  @Test
  void equal_trees_make_equal_archives() {
    Sha first = origin.pushed("a", "1");
    origin.git("commit", "--quiet", "--allow-empty", "--amend", "--message=other words");
    Sha second = origin.commitAll();
    origin.push("HEAD:refs/heads/main", first + ":refs/heads/old");
    assertThat(second).isNotEqualTo(first);
    assertThat(archive(second)).isEqualTo(archive(first));
  }

  @Test
  void a_submodule_is_left_out() {
    Sha first = origin.pushed("a", "1");
    origin.git("update-index", "--add", "--cacheinfo", "160000," + first + ",library");
    origin.git("commit", "--quiet", "--message=a submodule");
    Sha second = new Sha(origin.git("rev-parse", "HEAD"));
    origin.push("HEAD:refs/heads/main");
    assertThat(archive(second)).isEqualTo(archive(first));
  }

  @Test
  void attributes_filters_and_hooks_of_a_repository_do_nothing() throws IOException {
    Path canary = folder.resolve("canary");
    origin.commit(".gitattributes", "* filter=x export-subst\nsecret export-ignore\n");
    origin.git("config", "filter.x.clean", "cat");
    Sha sha = origin.pushed("secret", "$Format:%H$");
    Path hooks = Files.createDirectories(origin.bare().resolve("hooks"));
    for (String name : new String[] {"post-checkout", "reference-transaction", "post-update"}) {
      Path hook = Files.writeString(hooks.resolve(name), "#!/bin/sh\ntouch " + canary + "\n");
      assertThat(hook.toFile().setExecutable(true)).isTrue();
    }
    assertThat(value(git.tree(origin.url(), sha, Optional.of("secret"))).document())
        .contains(Bytes.ofUtf8("$Format:%H$"));
    assertThat(canary).doesNotExist();
  }
}
