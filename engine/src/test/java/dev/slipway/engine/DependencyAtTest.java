package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Placement;
import dev.slipway.model.Slot;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.DependencyDefinition;
import dev.slipway.model.observation.Report;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At which commit, branch or tag something that is needed has to be in force. */
class DependencyAtTest {

  private static final ApplicationName BILLING = new ApplicationName("billing");
  private static final Placement AT = Given.placement("staging");
  private static final Slot THERE = new Slot(target("staging", "local"), BILLING);

  private final Given given = PushTest.shopAdded();

  /** The shop's commit 2 needs billing there. */
  private void waiting(String at) {
    given.when(
        Fixtures.apply(
            new ApplicationDefinition(
                BILLING,
                Optional.of(Fixtures.REPOSITORY),
                List.of(Fixtures.web("bin/billing")),
                List.of(AT.environment()),
                List.of(),
                Optional.empty())));
    ApplicationDefinition shop = Fixtures.shop(Fixtures.web("bin/web"));
    given.git.push(
        MAIN,
        sha(2),
        shop.needing(Optional.of(List.of(new DependencyDefinition(BILLING, Optional.of(at))))));
    given.whenHinted(MAIN);
  }

  private void deployed(String revision) {
    given.when(
        new Command.Deploy(
            BILLING,
            AT.environment(),
            Optional.of(revision),
            false,
            new TreeMap<>(),
            Optional.empty()));
    given.whenReported(
        new Report.Ended(THERE, given.fence(THERE), Converging.asOrdered(given.world(), THERE)));
  }

  private boolean started() {
    return given.at("staging").active().filter(rollout -> !rollout.isWaiting()).isPresent();
  }

  /** What is needed, what of it is in force, and whether that does. */
  @ParameterizedTest
  @CsvSource({
    "main,                                     main,                                     true",
    "other,                                    main,                                     false",
    "main,                                     0000000000000000000000000000000000000002, false",
    "same,                                     main,                                     true",
    "same,                                     0000000000000000000000000000000000000001, false",
    "0000000,                                  0000000000000000000000000000000000000001, true",
    "000000,                                   0000000000000000000000000000000000000001, false",
    "0000000000000000000000000000000000000001, 0000000000000000000000000000000000000001, true",
    "0000000000000000000000000000000000000003, 0000000000000000000000000000000000000001, false"
  })
  void it_starts_where_what_is_in_force_is_what_is_needed(
      String needed, String revision, boolean starts) {
    waiting(needed);
    deployed(revision);
    assertThat(started()).isEqualTo(starts);
  }

  @Test
  void what_it_waits_for_is_said_with_the_words_that_bring_it() {
    waiting("release");
    deployed("main");
    Explanation.Unmet unmet = Afresh.explain(given.world(), AT, given.now()).unmet().getFirst();
    assertThat(unmet.because().sentence())
        .isEqualTo(
            "shop/staging#1 needs billing/staging at release to be in force; there is billing/staging#1 (0000000).");
    assertThat(unmet.ways().getFirst().command())
        .isEqualTo("slipway deploy billing --to staging --ref release");
  }
}
