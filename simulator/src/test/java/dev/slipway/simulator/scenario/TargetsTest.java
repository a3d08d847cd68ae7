package dev.slipway.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.Blobs;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Slot;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Capabilities;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.Difference;
import dev.slipway.simulator.Size;
import dev.slipway.simulator.Stage;
import dev.slipway.simulator.planted.Breaks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Scenarios 5, 6, 7 and 10: a target is away, lies, fails, or gets other bytes. */
class TargetsTest {

  @Test
  void scenario_5_an_agent_that_was_cut_off_for_three_deliveries_takes_only_the_last() {
    Stage stage = Stage.of(Size.SMALL);
    stage.town.network.cut(stage.computer("production", "local").agent(), true);
    for (int commit = 6; commit <= 8; commit++) {
      stage.push(commit);
      stage.untilHolds("staging", commit);
      stage.pass(Duration.ofMinutes(1));
    }
    stage.town.network.cut(stage.computer("production", "local").agent(), false);
    stage.untilHolds("production", 8);
    stage.rest();
  }

  @Test
  void scenario_6_one_of_eight_targets_that_never_answers_is_named_and_nothing_settles() {
    Stage stage = Stage.of(Size.LARGE);
    stage.computer("production", "host-3").crash();
    stage.push(3);
    stage.untilStuck("production", "silent");
    assertThat(stage.at("production").active().orElseThrow().because().orElseThrow().sentence())
        .contains("host-3");
    assertThat(stage.holds("production")).contains(stage.shop.sha(2));
    stage.computer("production", "host-3").start();
    stage.untilHolds("production", 3);
    stage.rest();
  }

  @Test
  void scenario_6_a_target_that_tells_of_success_with_the_old_digest_is_not_believed() {
    Stage stage = Stage.of(Size.SMALL, new Liar());
    stage.push(3);
    stage.untilWritten("it fails", RolloutFailed.class::isInstance);
    assertThat(stage.holds("staging")).contains(stage.shop.sha(2));
  }

  @Test
  void scenario_7_where_a_delivery_fails_at_some_targets_all_of_them_are_led_back() {
    Stage stage = Stage.of(Size.MIDDLE);
    stage.town.clients.wish(
        new Command.Deploy(
            stage.name(),
            new EnvironmentName("acceptance"),
            Optional.of(stage.shop.sha(5).value()),
            false,
            new TreeMap<>(),
            Optional.empty()));
    stage.untilWritten("it fails", RolloutFailed.class::isInstance);
    stage.rest();
    assertThat(stage.holds("acceptance")).contains(stage.shop.sha(2));
  }

  @Test
  void scenario_10_bytes_that_are_not_those_of_the_digest_are_never_run() {
    Forger forger = new Forger();
    Stage stage = Stage.of(Size.SMALL, forger);
    forger.forges = true;
    stage.push(4);
    stage.untilStuck("staging", "silent");
    assertThat(stage.holds("staging")).contains(stage.shop.sha(2));
    forger.forges = false;
    stage.untilHolds("production", 4);
    stage.rest();
  }

  /** What it runs it runs, and says that it is what it ran first. */
  private static final class Liar implements Breaks {

    private final List<Digest> first = new ArrayList<>();

    @Override
    public Adapter processes(Adapter real) {
      return new Adapter() {
        @Override
        public Capabilities describe() {
          return real.describe();
        }

        @Override
        public Difference difference(Assignment assignment) {
          return real.difference(assignment);
        }

        @Override
        public CompletionStage<Outcome> converge(Assignment assignment, Context context) {
          return real.converge(assignment, context).thenApply(Liar.this::told);
        }

        @Override
        public List<ObservedInstance> observe(Slot slot) {
          return real.observe(slot);
        }
      };
    }

    private Outcome told(Outcome outcome) {
      return outcome instanceof Outcome.Converged converged
          ? new Outcome.Converged(converged.instances().stream().map(this::told).toList())
          : outcome;
    }

    private ObservedInstance told(ObservedInstance one) {
      first.add(one.release());
      return new ObservedInstance(
          one.service(), one.instance(), first.getFirst(), one.health(), one.details());
    }
  }

  /** Gives other bytes than were asked for. */
  private static final class Forger implements Breaks {

    private boolean forges;

    @Override
    public Blobs blobs(Blobs real) {
      return new Blobs() {
        @Override
        public Digest keep(Content content) throws IOException {
          return real.keep(content);
        }

        @Override
        public Optional<InputStream> open(Digest digest) throws IOException {
          return forges ? Optional.of(new ByteArrayInputStream(new byte[] {1})) : real.open(digest);
        }

        @Override
        public boolean has(Digest digest) {
          return real.has(digest);
        }
      };
    }
  }
}
