package dev.slipway.runtime.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.runtime.conformance.Tar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnpackingTest {

  @TempDir Path folder;

  private Path unpack(Tar tar) throws IOException {
    Path fresh = folder.resolve("fresh");
    Unpacking.unpack(tar.stream(), fresh, new Unpacking.Limits(10, 1000));
    return fresh;
  }

  private void isRefused(Tar tar, String code) {
    assertThatThrownBy(() -> unpack(tar))
        .isInstanceOfSatisfying(
            ArchiveRefused.class, refused -> assertThat(refused.because().code()).isEqualTo(code));
    assertThat(folder.toFile().list()).containsExactly("fresh");
  }

  @Test
  void files_programs_and_links_arrive_as_they_were() throws IOException {
    Path fresh =
        unpack(
            new Tar()
                .file("docs/read.me", "hello")
                .program("bin/run", "#!/bin/sh\n")
                .link("bin/readme", "../docs/read.me"));
    assertThat(fresh.resolve("bin/readme")).hasContent("hello");
    assertThat(Files.isExecutable(fresh.resolve("bin/run"))).isTrue();
    assertThat(Files.isExecutable(fresh.resolve("docs/read.me"))).isFalse();
  }

  @Test
  void a_path_that_leaves_the_folder_is_refused() {
    isRefused(new Tar().file("../out", "x"), "archive-path-escapes");
  }

  @Test
  void a_path_with_a_climb_inside_is_refused() {
    isRefused(new Tar().file("a/../../out", "x"), "archive-path-escapes");
  }

  @Test
  void an_absolute_path_is_refused() {
    isRefused(new Tar().file("/tmp/out", "x"), "archive-path-escapes");
  }

  @Test
  void a_link_that_leaves_the_folder_is_refused() {
    isRefused(new Tar().link("a/b", "../../out"), "archive-path-escapes");
  }

  @Test
  void an_absolute_link_is_refused() {
    isRefused(new Tar().link("a", "/etc/passwd"), "archive-path-escapes");
  }

  @Test
  void links_that_leave_the_folder_together_are_refused() {
    isRefused(
        new Tar().link("deep/er/b", "../..").link("a", "deep/er/b/../.."), "archive-path-escapes");
  }

  @Test
  void a_path_through_a_link_is_refused() {
    isRefused(new Tar().link("a", "b").file("a/x", "x"), "archive-path-escapes");
  }

  @Test
  void a_path_that_comes_twice_is_refused() {
    isRefused(new Tar().file("a", "1").file("a", "2"), "archive-path-twice");
  }

  @Test
  void a_hard_link_is_refused() {
    isRefused(new Tar().entry("a", '1', "/etc/passwd", "", false), "archive-entry-kind");
  }

  @Test
  void a_device_is_refused() {
    isRefused(new Tar().entry("a", '3', "", "", false), "archive-entry-kind");
  }

  @Test
  void too_many_bytes_are_refused() {
    isRefused(new Tar().file("a", "x".repeat(600)).file("b", "x".repeat(600)), "archive-too-large");
  }

  @Test
  void too_many_entries_are_refused() {
    Tar tar = new Tar();
    for (int i = 0; i < 11; i++) {
      tar.file("f" + i, "");
    }
    isRefused(tar, "archive-too-large");
  }

  @Test
  void a_long_path_comes_with_its_extended_header() throws IOException {
    String name = "d/".repeat(90) + "file";
    String record = " path=" + name + "\n";
    int length = record.length() + 3;
    Path fresh = unpack(new Tar().entry("pax", 'x', "", length + record, false).file("short", "x"));
    assertThat(fresh.resolve(name)).hasContent("x");
  }
}
