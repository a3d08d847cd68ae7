package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Supposing.PRODUCTION;
import static dev.slipway.engine.Supposing.ROLLOUT;
import static dev.slipway.engine.Supposing.ask;
import static dev.slipway.engine.Supposing.deploy;
import static dev.slipway.engine.Supposing.document;
import static dev.slipway.engine.Supposing.row;
import static dev.slipway.engine.Supposing.ships;
import static dev.slipway.engine.Supposing.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.whatif.Difference;
import dev.slipway.engine.whatif.WhatIf;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.definition.ApplicationDefinition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What would not have come, or come too, with other triggers, another route, or more asked for. */
class WhatIfShippedTest {

  @Test
  void what_no_trigger_matches_would_not_have_been_made() {
    Given given = shop();
    Instant since = given.now();
    ships(given, 2);

    WhatIf.Answer answer =
        ask(
            given,
            since,
            document(
                Fixtures.shop(
                    List.of(Fixtures.onPush("push", "release/*")), Fixtures.web("bin/web", "2"))));

    assertThat(row(answer, "staging", 2).would().isSomewhere()).isFalse();
    assertThat(row(answer, "staging", 2).difference().because().code())
        .isEqualTo("branch-does-not-match");
  }

  @Test
  void what_a_trigger_would_have_matched_is_let_through_by_what_is_assumed_of_its_content() {
    Given given = shop();
    Instant since = given.now();
    given.git.push(RefName.ofBranch("release/1"), sha(2));
    given.whenHinted(RefName.ofBranch("release/1"));
    given.later(ROLLOUT);

    WhatIf.Answer answer =
        ask(
            given,
            since,
            document(
                Fixtures.shop(
                    List.of(Fixtures.onPush("push", "release/*")), Fixtures.web("bin/web", "2"))));

    assertThat(row(answer, "staging", 2).difference()).isInstanceOf(Difference.LetThrough.class);
    assertThat(answer.assumed())
        .extracting(Reason::code)
        .contains("content-never-read", "document-in-every-commit");
  }

  @Test
  void what_the_route_leaves_out_would_not_have_come_there() {
    Given given = shop();
    Instant since = given.now();
    ships(given, 2);
    ApplicationDefinition whole = Fixtures.shop(Fixtures.web("bin/web", "v2"));

    WhatIf.Answer answer =
        ask(
            given,
            since,
            document(
                new ApplicationDefinition(
                    whole.name(),
                    whole.repository(),
                    whole.services(),
                    List.of(new EnvironmentName("staging")),
                    whole.triggers(),
                    whole.onFailure())));

    assertThat(row(answer, "staging", 2).difference()).isInstanceOf(Difference.Same.class);
    assertThat(row(answer, "production", 2).difference()).isInstanceOf(Difference.Stopped.class);
  }

  @Test
  void what_nobody_named_once_more_would_have_been_refused_where_that_is_asked_for() {
    Given given = shop();
    Instant since = given.now();
    given.when(deploy("production", 1));
    given.later(ROLLOUT).whenConverged(PRODUCTION);

    WhatIf.Answer answer = ask(given, since, document(Fixtures.protectedPlace("production")));

    assertThat(row(answer, "production", 1).difference()).isInstanceOf(Difference.Stopped.class);
    assertThat(row(answer, "production", 1).would().isSomewhere()).isFalse();
  }
}
