package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.verb.Times;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

final class ShowTest {

  @Test
  void columns_are_aligned_and_lines_end_where_their_text_does() {
    Table table = new Table("A", "LONG", "C");
    table.row("wide cell", "x", "");
    table.row("é", "failed", "z");

    assertThat(table.render(false))
        .isEqualTo(
            """
            A          LONG    C
            wide cell  x
            é          failed  z
            """);
  }

  @Test
  void colours_change_nothing_but_colour() {
    Table table = new Table("STATE", "N");
    table.row("failed", "1");

    assertThat(table.render(true)).contains("\u001b[31mfailed\u001b[0m");
    assertThat(table.render(true).replaceAll("\u001b\\[[0-9]+m", ""))
        .isEqualTo(table.render(false));
  }

  @Test
  void ages_are_said_in_one_unit() {
    Instant now = Instant.parse("2026-11-21T12:00:00Z");

    assertThat(Ages.of("2026-11-21T11:59:17Z", now)).isEqualTo("43s");
    assertThat(Ages.of("2026-11-21T11:15:00Z", now)).isEqualTo("45m");
    assertThat(Ages.of("2026-11-20T12:00:00Z", now)).isEqualTo("24h");
    assertThat(Ages.of("2026-11-01T12:00:00Z", now)).isEqualTo("20d");
    assertThat(Ages.of("2026-11-21T12:00:09Z", now)).isEqualTo("0s");
    assertThat(Ages.of("-", now)).isEqualTo("-");
  }

  @Test
  void times_have_a_unit() {
    assertThat(Times.parse("90s")).isEqualTo(Duration.ofSeconds(90));
    assertThat(Times.parse("2h")).isEqualTo(Duration.ofHours(2));
    assertThatThrownBy(() -> Times.parse("90")).isInstanceOf(TypeConversionException.class);
  }
}
