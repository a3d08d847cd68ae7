package dev.slipway.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.agent.disk.FileDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileDiskTest {

  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> read() throws IOException {
    try (FileDisk disk = FileDisk.open(folder.resolve("journal"))) {
      return disk.read().stream().map(one -> new String(one, StandardCharsets.UTF_8)).toList();
    }
  }

  private void write(String... texts) throws IOException {
    try (FileDisk disk = FileDisk.open(folder.resolve("journal"))) {
      List<byte[]> _ = disk.read();
      for (String text : texts) {
        disk.append(bytes(text), true);
      }
    }
  }

  @Test
  void a_journal_cut_anywhere_keeps_its_whole_records() throws IOException {
    write("one", "two");
    byte[] whole = Files.readAllBytes(folder.resolve("journal"));
    for (int length = 0; length <= whole.length; length++) {
      Files.write(folder.resolve("journal"), Arrays.copyOf(whole, length));
      int records = length == whole.length ? 2 : length >= whole.length / 2 ? 1 : 0;
      assertThat(read()).as("cut at %s", length).hasSize(records);
    }
  }

  @Test
  void what_is_written_after_a_torn_record_is_read_again() throws IOException {
    write("one", "two");
    byte[] whole = Files.readAllBytes(folder.resolve("journal"));
    Files.write(folder.resolve("journal"), Arrays.copyOf(whole, whole.length - 1));
    write("three");
    assertThat(read()).containsExactly("one", "three");
  }

  @Test
  void a_journal_that_is_replaced_goes_on() throws IOException {
    try (FileDisk disk = FileDisk.open(folder.resolve("journal"))) {
      disk.append(bytes("one"), true);
      disk.replace(List.of(bytes("short")));
      disk.append(bytes("two"), true);
    }
    assertThat(read()).containsExactly("short", "two");
  }

  @Test
  void two_agents_cannot_share_a_journal() throws IOException {
    try (FileDisk _ = FileDisk.open(folder.resolve("journal"))) {
      assertThatThrownBy(() -> FileDisk.open(folder.resolve("journal")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Another agent");
    }
  }
}
