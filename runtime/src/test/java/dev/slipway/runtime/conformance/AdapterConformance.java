package dev.slipway.runtime.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.Release;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Cancellation;
import dev.slipway.runtime.Context;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** The contract of {@link Adapter}. An adapter's room extends it with what a good release is. */
public abstract class AdapterConformance {

  protected final Bench bench = new Bench();

  protected abstract Adapter adapter();

  /** A release that converges. */
  protected abstract Release good();

  /** A release whose convergence fails by itself. */
  protected abstract Release bad();

  /** A release whose convergence goes on until it is cancelled. */
  protected abstract Release endless();

  @Test
  void a_good_release_converges_and_then_nothing_differs() {
    Assignment assignment = Bench.assignment(1, good());
    assertThat(bench.converge(adapter(), assignment, Context.Attempt.FIRST))
        .isInstanceOf(Outcome.Converged.class);
    assertThat(adapter().difference(assignment).isEmpty()).isTrue();
  }

  @Test
  void converging_again_changes_nothing() {
    Assignment assignment = Bench.assignment(1, good());
    assertThat(bench.converge(adapter(), assignment, Context.Attempt.FIRST))
        .isEqualTo(bench.converge(adapter(), assignment, Context.Attempt.AGAIN));
  }

  @Test
  void a_bad_release_fails_with_a_reason() {
    assertThat(bench.converge(adapter(), Bench.assignment(1, bad()), Context.Attempt.FIRST))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void an_archive_that_is_not_here_fails_and_does_not_throw() {
    Release elsewhere =
        new Bench()
            .release(
                new Tar().file("elsewhere", "x"),
                good().workload(),
                good().health(),
                good().timeouts());
    assertThat(bench.converge(adapter(), Bench.assignment(1, elsewhere), Context.Attempt.FIRST))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void a_cancelled_convergence_ends_soon() {
    Cancellation cancellation = new Cancellation();
    CompletionStage<Outcome> stage =
        adapter()
            .converge(
                Bench.assignment(1, endless()), bench.context(Context.Attempt.FIRST, cancellation));
    cancellation.request();
    assertThat(Bench.join(stage)).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void without_shares_nothing_is_left() {
    Outcome _ = bench.converge(adapter(), Bench.assignment(1, good()), Context.Attempt.FIRST);
    assertThat(bench.converge(adapter(), Bench.assignment(2), Context.Attempt.FIRST))
        .isInstanceOf(Outcome.Converged.class);
    assertThat(adapter().observe(Bench.SLOT)).isEmpty();
  }
}
