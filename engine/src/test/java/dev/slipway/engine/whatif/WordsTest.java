package dev.slipway.engine.whatif;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.whatif.Spans.ROLLOUT;
import static dev.slipway.engine.whatif.Spans.active;
import static dev.slipway.engine.whatif.Spans.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.Fixtures;
import dev.slipway.engine.Given;
import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.Remark;
import dev.slipway.model.SourceName;
import dev.slipway.model.StreamKey;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.guardrail.RejectionReason;
import dev.slipway.model.state.Delivery;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people said of a delivery, said in a run where it has another number or is not there. */
class WordsTest {

  private static final Placement STAGING = Given.placement("staging");
  private static final ActorId ANNA = new ActorId("anna");
  private static final Optional<RejectionReason> NOT_TODAY =
      Optional.of(new RejectionReason("Not today."));

  private final Given really = shop();
  private final Given here = shop();
  private final Instant since = really.now();

  /** The same key makes the same shipment, whatever the number of its delivery. */
  private static Delivery deploys(Given given, String key, int commit) {
    given.git.push(MAIN, sha(commit), Fixtures.shop(Fixtures.web("bin/web", "v" + commit)));
    given.when(
        ActorId.SLIPWAY,
        key,
        Fixtures.deploy(Fixtures.SHOP, environment("staging"), sha(commit).value()));
    return active(given);
  }

  private static Delivery settles(Given given, String key, int commit) {
    Delivery delivery = deploys(given, key, commit);
    given.later(ROLLOUT).whenConverged(Spans.STAGING);
    return delivery;
  }

  private static void asking(Given given) {
    given.when(Fixtures.apply(Fixtures.guarded("staging", Fixtures.approvals(1))));
  }

  private static CommandReceived said(Command command) {
    return new CommandReceived(ANNA, "key", command);
  }

  private Recollection recalled() {
    return new Recollection(Spans.since(really, since));
  }

  private CommandReceived asHere(Command command) {
    return Words.asHere(here.world(), said(command), recalled());
  }

  private Optional<Words.Kept> kept(Command command) {
    StreamKey stream = StreamKey.of(Organisation.MAIN, SourceName.COMMANDS);
    CommandReceived word = said(command);
    return Words.aboutWaiting(
        new Recorded(new Position(99), since, stream, ANNA, Optional.empty(), word),
        word,
        recalled());
  }

  private Optional<CommandReceived> heardHere(Command command) {
    return kept(command).flatMap(kept -> Words.said(here.world(), kept));
  }

  private static Command rollback(int to) {
    return new Command.Rollback(
        STAGING, Optional.of(to), Optional.empty(), Optional.of(environment("staging")));
  }

  @Test
  void what_is_under_way_here_is_cancelled_under_its_number_here() {
    settles(really, "first", 2);
    DeliveryId there = deploys(really, "second", 3).id();
    DeliveryId mine = deploys(here, "second", 3).id();
    assertThat(mine).isNotEqualTo(there);
    assertThat(asHere(new Command.Cancel(there))).isEqualTo(said(new Command.Cancel(mine)));
  }

  @Test
  void what_is_not_under_way_here_is_cancelled_as_a_shipment() {
    Delivery delivery = deploys(really, "first", 2);
    Command instead = new Command.CancelShipment(delivery.shipment());
    assertThat(asHere(new Command.Cancel(delivery.id()))).isEqualTo(said(instead));
    deploys(here, "second", 3);
    assertThat(asHere(new Command.Cancel(delivery.id()))).isEqualTo(said(instead));
  }

  @Test
  void what_nobody_recalls_is_cancelled_by_the_number_that_was_said() {
    Command cancel = new Command.Cancel(new DeliveryId(STAGING, 7));
    assertThat(asHere(cancel)).isEqualTo(said(cancel));
  }

  @Test
  void somebody_goes_back_to_the_same_shipment_under_its_number_here() {
    settles(really, "first", 2);
    settles(here, "before", 4);
    settles(here, "first", 2);
    settles(here, "after", 3);
    assertThat(asHere(rollback(1))).isEqualTo(said(rollback(2)));
  }

  @Test
  void without_that_shipment_here_the_number_stays_as_it_was_said() {
    settles(really, "first", 2);
    settles(here, "other", 3);
    settles(here, "after", 4);
    assertThat(asHere(rollback(1))).isEqualTo(said(rollback(1)));
  }

  @Test
  void any_other_word_is_said_as_it_was() {
    Command pause = new Command.Pause(STAGING, new Remark("Lunch."));
    assertThat(asHere(pause)).isEqualTo(said(pause));
  }

  @Test
  void approvals_and_rejections_are_kept_and_nothing_else_is() {
    asking(really);
    Delivery waits = deploys(really, "first", 2);
    assertThat(kept(new Command.Approve(waits.id(), waits.hash())))
        .hasValueSatisfying(kept -> {
          assertThat(kept.placement()).isEqualTo(STAGING);
          assertThat(kept.shipment()).isEqualTo(waits.shipment());
        });
    assertThat(kept(new Command.Reject(waits.id(), waits.hash(), NOT_TODAY))).isPresent();
    assertThat(kept(new Command.Cancel(waits.id()))).isEmpty();
    assertThat(kept(new Command.Approve(new DeliveryId(STAGING, 7), waits.hash()))).isEmpty();
  }

  @Test
  void they_are_said_of_what_waits_here_as_it_is_here() {
    asking(really);
    asking(here);
    Delivery there = deploys(really, "first", 2);
    settlesUnasked();
    Delivery mine = deploys(here, "first", 2);
    assertThat(heardHere(new Command.Approve(there.id(), there.hash())))
        .contains(said(new Command.Approve(mine.id(), mine.hash())));
    assertThat(heardHere(new Command.Reject(there.id(), there.hash(), NOT_TODAY)))
        .contains(said(new Command.Reject(mine.id(), mine.hash(), NOT_TODAY)));
  }

  /** Something else was here first, so that numbers differ. */
  private void settlesUnasked() {
    here.when(Fixtures.apply(Fixtures.declared("staging", false)));
    settles(here, "before", 4);
    asking(here);
  }

  @Test
  void nothing_is_said_of_what_does_not_wait_here() {
    asking(really);
    Delivery there = deploys(really, "first", 2);
    Command approve = new Command.Approve(there.id(), there.hash());
    assertThat(heardHere(approve)).isEmpty();
    deploys(here, "first", 2);
    assertThat(heardHere(approve)).isEmpty();
  }

  @Test
  void nothing_is_said_of_another_that_waits_here() {
    asking(really);
    asking(here);
    Delivery there = deploys(really, "first", 2);
    deploys(here, "second", 3);
    assertThat(heardHere(new Command.Approve(there.id(), there.hash()))).isEmpty();
  }
}
