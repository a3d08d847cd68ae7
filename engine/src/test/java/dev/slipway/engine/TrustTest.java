package dev.slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.Actors;
import dev.slipway.model.ActorId;
import dev.slipway.model.RefName;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.TrustWish;
import dev.slipway.model.entry.TokenExchanged;
import dev.slipway.model.entry.TrustGiven;
import dev.slipway.model.entry.TrustWithdrawn;
import dev.slipway.model.trust.Issuer;
import dev.slipway.model.trust.Trust;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs of CI systems are let in on the word of a trust, once each, and not for long. */
class TrustTest {

  private static final ActorId TRUST = new ActorId("t-1");
  private static final Duration LASTS = Trust.LASTS_USUALLY;
  private static final Duration REMEMBERED = LASTS.plusMinutes(1);
  private static final int PASSES_MAX = 1000;

  private static Command give() {
    return new Command.Trusts(
        new TrustWish.Give(
            TRUST,
            new Trust(
                Trust.Kind.GITHUB,
                Issuer.GITHUB,
                "slipway:t-1",
                "1296269",
                List.of("refs/heads/main"),
                Trust.Kind.GITHUB.usualEvents(),
                Optional.empty(),
                Optional.empty(),
                Role.DEPLOYER,
                new Scope.OfApplication(Fixtures.SHOP),
                LASTS)));
  }

  private static Command withdraw() {
    return new Command.Trusts(new TrustWish.Withdraw(TRUST));
  }

  /** A run shows a token that could be shown again a minute longer than it acts. */
  private static Command exchange(Given given, String run) {
    return new Command.Trusts(
        new TrustWish.Exchange(
            TRUST,
            new ActorId(run),
            given.now().plus(LASTS),
            given.now().plus(REMEMBERED),
            RefName.ofBranch("main"),
            "123"));
  }

  private static Given trusting() {
    Given given = PushTest.shopAdded();
    given.when(give()).then(TrustGiven.class);
    return given;
  }

  private static Optional<Actors.Grant> grant(Given given, String run) {
    return given.world().actors().grant(new ActorId(run));
  }

  @Test
  void a_run_acts_as_its_trust_says_and_for_as_long() {
    Given given = trusting();
    TokenExchanged exchanged = given.when(exchange(given, "run-1")).one(TokenExchanged.class);
    assertThat(exchanged.until()).isEqualTo(given.now().plus(LASTS));
    assertThat(grant(given, "run-1"))
        .contains(new Actors.Grant(Role.DEPLOYER, new Scope.OfApplication(Fixtures.SHOP)));
  }

  @Test
  void what_was_shown_is_taken_once_also_after_the_run_acts_no_more() {
    Given given = trusting();
    given.when(exchange(given, "run-1"));
    given.when(exchange(given, "run-1")).refusedBecause("token-replayed");
    given.later(LASTS).when(exchange(given, "run-2")).then(TokenExchanged.class);
    assertThat(grant(given, "run-1")).isEmpty();
    given.when(exchange(given, "run-1")).refusedBecause("token-replayed");
  }

  @Test
  void who_is_trusted_no_more_is_out_at_once_and_stays_out() {
    Given given = trusting();
    given.when(exchange(given, "run-1"));
    given.when(withdraw()).then(TrustWithdrawn.class);
    assertThat(grant(given, "run-1")).isEmpty();
    given.when(exchange(given, "run-2")).refusedBecause("unknown-trust");
    given.when(withdraw()).refusedBecause("unknown-trust");
    given.when(give()).then(TrustGiven.class);
    given.when(exchange(given, "run-1")).refusedBecause("token-replayed");
  }

  @Test
  void a_trust_is_given_once() {
    trusting().when(give()).refusedBecause("trust-exists");
  }

  @Test
  void nobody_but_slipway_says_which_run_is_let_in() {
    Given given = trusting();
    given.when(exchange(given, "run-1"));
    given.when(new ActorId("run-1"), exchange(given, "run-2")).refusedBecause("not-allowed");
    assertThat(grant(given, "run-2")).isEmpty();
  }

  @Test
  void more_runs_at_once_than_are_remembered_wait_until_some_are_forgotten() {
    Given given = trusting();
    for (int run = 0; run < PASSES_MAX; run++) {
      given.when(exchange(given, "run-" + run));
    }
    given.when(exchange(given, "one-more")).refusedBecause("too-many-runs");
    given.later(REMEMBERED).when(exchange(given, "one-more")).then(TokenExchanged.class);
    assertThat(given.world().actors().trusts().passes()).hasSize(1);
  }
}
