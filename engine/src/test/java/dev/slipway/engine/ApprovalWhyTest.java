package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.approvalsFrom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.guardrail.Way;
import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.engine.why.Explanation.Unmet;
import org.junit.jupiter.api.Test;

/** What is said of rules about approvals. */
class ApprovalWhyTest {

  private static Explanation why(Given given) {
    return Afresh.explain(given.world(), Given.placement("staging"), given.now());
  }

  @Test
  void each_rule_about_approvals_says_for_itself_who_may_meet_it() {
    assertThat(why(ApprovalWaits.byTwoRules()).unmet())
        .extracting(Unmet::what)
        .containsExactly("approval from security", "approval");
    assertThat(why(ApprovalWaits.askedByTheShop()).unmet())
        .extracting(Unmet::what)
        .containsExactly("approval asked by shop");
    Unmet nobody = why(ApprovalWaits.ofNobody()).unmet().getFirst();
    assertThat(nobody.because().sentence())
        .isEqualTo("It has 0 of 1 approval, and nobody belongs to security.");
    assertThat(nobody.ways().getFirst().command()).isEqualTo("slipway group add security PERSON");
    assertThat(
            why(ApprovalWaits.guardedBy(approvalsFrom(1, "ops", "security"), "ops"))
                .unmet()
                .getFirst()
                .ways())
        .extracting(Way::who)
        .containsExactly(
            "Whoever belongs to ops or security and is approver there may approve it, but neither"
                + " its authors nor who asked for it.");
  }
}
