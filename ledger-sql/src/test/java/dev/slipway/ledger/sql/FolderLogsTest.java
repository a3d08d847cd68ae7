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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLogsTest extends LogsContract {

  private static final FolderLogs.Bounds SMALL =
      new FolderLogs.Bounds(1000, 100, 2500, Duration.ofDays(30));

  @TempDir private Path folder;
  private Instant now = InstantSource.system().instant();
  private Logs logs;

  @BeforeEach
  void open() throws IOException {
    logs =
        new FolderLogs(
            folder, () -> now, new FolderLogs.Bounds(1 << 20, 700, 1 << 20, Duration.ofDays(30)));
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
    now = now.plus(Duration.ofDays(31));
    logs.take(named("local.web.web-2.1.7"), piece(0, new byte[10]));
    assertThat(about().size()).isEqualTo(900);
    assertThat(about().dropped()).isEqualTo(900);
    assertThat(content(0, 100)).isEmpty();
    assertThat(logs.take(LOG, piece(900, new byte[5])).next()).isEqualTo(905);
    assertThat(content(900, 100)).hasSize(5);
  }

  private static Logs.Id named(String name) {
    return new Logs.Id(Organisation.MAIN, DELIVERY, name);
  }
}
