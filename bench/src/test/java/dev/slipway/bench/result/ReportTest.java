package dev.slipway.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ReportTest {

  private static final Result LATENCY =
      new Result(
          "H1",
          true,
          Optional.of(Samples.of(List.of(2_000_000L, 3_000_000L, 9_123_456L))),
          OptionalDouble.of(1.5),
          OptionalDouble.of(4.25),
          OptionalDouble.of(4),
          List.of());
  private static final Result PROCESSOR =
      new Result(
          "H5",
          false,
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalDouble.of(7),
          OptionalDouble.empty(),
          List.of("why \"so\""));

  @Test
  void json_has_an_object_per_result() {
    assertThat(Report.json(List.of(LATENCY)))
        .isEqualTo(
            """
            [{"goal":"H1","met":true,"rounds":3,"p50_ms":3.0,"p95_ms":9.123,"p99_ms":9.123,\
            "floor_ms":1.5,"ratio":2.0,"cpu_ms":4.25,"fsyncs":4.0,"remarks":[]}]\
            """);
  }

  @Test
  void json_leaves_out_what_was_not_measured() {
    assertThat(Report.json(List.of(PROCESSOR)))
        .isEqualTo(
            """
            [{"goal":"H5","met":false,"cpu_ms":7.0,"remarks":["why \\"so\\""]}]\
            """);
  }

  @Test
  void no_results_are_an_empty_array() {
    assertThat(Report.json(List.of())).isEqualTo("[]");
  }

  @Test
  void the_table_says_the_same_in_lines() {
    assertThat(Report.table(List.of(LATENCY, PROCESSOR)).lines().map(String::stripTrailing))
        .containsExactly(
            "goal  met     p50 ms    p95 ms    p99 ms  floor ms   ratio   cpu ms  fsyncs",
            "H1    yes       3.00      9.12      9.12      1.50    2.00     4.25    4.00",
            "H5    no                                                       7.00",
            "      why \"so\"");
  }
}
