package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.entry.CheckReported;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is reported of checks, and what of it counts. */
class CheckReportsTest {

  private static final String BUILD = "ci/build";

  private record Told(CheckState state, int second) {}

  @TestFactory
  Stream<DynamicTest> in_whatever_order_reports_come_the_same_one_counts() {
    Told pending = new Told(CheckState.PENDING, 1);
    Told red = new Told(CheckState.FAILURE, 2);
    Told green = new Told(CheckState.SUCCESS, 2);
    Told again = new Told(CheckState.SUCCESS, 3);
    return Stream.of(
            new Object[] {List.of(pending, green), CheckState.SUCCESS},
            new Object[] {List.of(green, pending), CheckState.SUCCESS},
            new Object[] {List.of(red, green), CheckState.FAILURE},
            new Object[] {List.of(green, red), CheckState.FAILURE},
            new Object[] {List.of(again, red, pending), CheckState.SUCCESS},
            new Object[] {List.of(pending, red, again), CheckState.SUCCESS},
            new Object[] {List.of(again, again, pending), CheckState.SUCCESS})
        .map(row -> DynamicTest.dynamicTest(row[0].toString(), () -> told(row)));
  }

  private static void told(Object[] row) {
    Given given = ChecksTest.checked();
    for (Object each : (List<?>) row[0]) {
      Told told = (Told) each;
      given.when(
          ChecksTest.report(
              2, BUILD, told.state, Optional.of(Fixtures.NOON.plusSeconds(told.second))));
    }
    assertThat(given.world().checks().of(Fixtures.SHOP, sha(2)))
        .hasEntrySatisfying(
            new CheckName(BUILD),
            reported -> assertThat(reported.check().state()).isEqualTo(row[1]));
  }

  @Test
  void reports_are_refused_for_a_reason_and_leave_everything_as_it_was() {
    Given given = new Given();
    given
        .when(ChecksTest.report(1, BUILD, CheckState.SUCCESS))
        .refusedBecause("unknown-application");
    Given shop = ChecksTest.checked();
    shop.when(
            ChecksTest.report(
                1, BUILD, CheckState.SUCCESS, Optional.of(shop.now().plus(Duration.ofHours(1)))))
        .refusedBecause("check-ahead-of-time");
    for (int i = 0; i < 100; i++) {
      shop.when(ChecksTest.report(1, "check " + i, CheckState.SUCCESS));
    }
    shop.when(ChecksTest.report(1, "one more", CheckState.SUCCESS))
        .refusedBecause("too-many-checks");
    assertThat(
            shop.when(ChecksTest.report(1, "check 7", CheckState.FAILURE)).all(CheckReported.class))
        .hasSize(1);
  }
}
