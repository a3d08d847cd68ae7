package dev.slipway.ledger.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.Logs;
import dev.slipway.ledger.contract.LogsContract;
import dev.slipway.model.Organisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLogsTest extends LogsContract {

  private static final FolderLogs.Bounds SMALL =
      new FolderLogs.Bounds(1000, 100, new Logs.Keeping(Duration.ofDays(30), 2500));

  @TempDir private Path folder;
  private Instant now = InstantSource.system().instant();
  private Logs logs;

  @BeforeEach
  void open() throws IOException {
    logs =
        new FolderLogs(
            folder, () -> now, new FolderLogs.Bounds(1 << 20, 700, Logs.Keeping.STANDARD));
  }

  private void bounded() throws IOException {
    logs = new FolderLogs(folder, () -> now, SMALL);
  }

  @Override
  protected Logs logs() {
    return logs;
  }

  @Test
  void another_process_goes_on_where_the_former_was_killed_in_the_middle_of_a_write()
      throws IOException {
    logs.take(LOG, piece(0, "whole ".getBytes(UTF_8)));
    Path segment;
    try (var files = Files.walk(folder)) {
      segment = files.filter(file -> file.toString().endsWith(".log")).findFirst().orElseThrow();
    }
    Files.writeString(segment, "ha", StandardOpenOption.APPEND);
    open();
    assertThat(logs.take(LOG, piece(6, "half and more".getBytes(UTF_8))).next()).isEqualTo(19);
    assertThat(new String(content(0, 100), UTF_8)).isEqualTo("whole half and more");
  }

  @Test
  void of_a_log_that_grows_beyond_its_bound_the_oldest_bytes_go_and_offsets_stay()
      throws IOException {
    bounded();
    for (int i = 0; i < 30; i++) {
      logs.take(LOG, piece(i * 80L, "%-79d\n".formatted(i).getBytes(UTF_8)));
    }
    assertThat(about().size()).isEqualTo(2400);
    assertThat(about().first()).isBetween(1200L, 1400L);
    assertThat(about().dropped()).isEqualTo(about().first());
    assertThat(new String(content(29 * 80L, 100), UTF_8)).startsWith("29");
    assertThat(content(0, 100)).isEmpty();
  }

  @Test
  void old_logs_and_the_oldest_of_too_many_are_given_up_and_say_how_long_they_were()
      throws IOException {
    bounded();
    logs.take(LOG, piece(0, new byte[900]));
    assertThat(logs.removeOld(10)).isZero();
    now = now.plus(Duration.ofDays(31));
    assertThat(logs.removeOld(10)).isEqualTo(1);
    assertThat(logs.removeOld(10)).isZero();
    assertThat(about().removedAt()).isPresent();
    assertThat(about().size()).isEqualTo(900);
    assertThat(about().dropped()).isEqualTo(900);
    assertThat(content(0, 100)).isEmpty();
    assertThat(logs.take(LOG, piece(900, new byte[5])).next()).isEqualTo(905);
    assertThat(content(900, 100)).hasSize(5);
    assertThat(about().removedAt()).isEmpty();
  }

  @Test
  void of_more_than_is_kept_in_all_the_oldest_go_a_few_at_a_time() throws IOException {
    bounded();
    for (int i = 0; i < 5; i++) {
      logs.take(named("local.web.web-" + i + ".1.7"), piece(0, new byte[900]));
      age(named("local.web.web-" + i + ".1.7"), Duration.ofMinutes(10 - i));
    }
    assertThat(logs.removeOld(2)).isEqualTo(2);
    assertThat(removed()).containsExactly("local.web.web-0.1.7", "local.web.web-1.1.7");
    assertThat(logs.removeOld(2)).isEqualTo(1);
    assertThat(logs.removeOld(2)).isZero();
  }

  @Test
  void a_year_after_a_log_was_removed_nothing_is_left_of_it() throws IOException {
    logs.take(LOG, piece(0, new byte[900]));
    now = now.plus(Duration.ofDays(31));
    assertThat(logs.removeOld(10)).isEqualTo(1);
    now = now.plus(Duration.ofDays(300));
    assertThat(logs.removeOld(10)).isZero();
    now = now.plus(Duration.ofDays(60));
    assertThat(logs.removeOld(10)).isEqualTo(1);
    assertThat(logs.find(LOG)).isEmpty();
    assertThat(folder).isEmptyDirectory();
    assertThat(logs.take(LOG, piece(0, new byte[5])).next()).isEqualTo(5);
  }

  private List<String> removed() throws IOException {
    return logs.of(Organisation.MAIN, DELIVERY).stream()
        .filter(log -> log.removedAt().isPresent())
        .map(Logs.About::name)
        .toList();
  }

  /** Makes a log as if it had been written earlier. */
  private void age(Logs.Id id, Duration by) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().contains(id.name())).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(now.minus(by)));
      }
    }
  }

  private static Logs.Id named(String name) {
    return new Logs.Id(Organisation.MAIN, DELIVERY, name);
  }
}
