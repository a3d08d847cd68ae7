package dev.slipway.engine;

import static dev.slipway.engine.Approving.ANNA;
import static dev.slipway.engine.Approving.BERT;
import static dev.slipway.engine.Approving.approve;
import static dev.slipway.engine.Approving.reject;
import static dev.slipway.engine.Fixtures.approvals;
import static dev.slipway.engine.Fixtures.digest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import dev.slipway.model.SourceName;
import dev.slipway.model.StreamKey;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.guardrail.GuardrailName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An approval whose decision comes after somebody else's rejection was received. */
class ReceivedTogetherTest {

  private final Given given = Approving.waiting(approvals(1));

  /** It is in the ledger, and nothing was decided of it yet. */
  private Recorded received(ActorId actor, Command command) {
    StreamKey stream = StreamKey.of(Organisation.MAIN, SourceName.COMMANDS);
    return given.append(
        new Draft(
            stream,
            actor,
            Optional.empty(),
            new CommandReceived(actor, "key-" + command + actor, command)));
  }

  /** Whether it starts when an approval is decided after a rejection was received. */
  private boolean startsInSpiteOf(ActorId actor, Command rejection) {
    Recorded approved = received(ANNA, approve(given));
    received(actor, rejection);
    Then then = given.decide(new Cause.Appended(approved, List.of()));
    return !then.all(OrderIssued.class).isEmpty();
  }

  private Command rejecting(DeliveryId delivery, Digest hash) {
    return new Command.Reject(delivery, hash, Optional.empty());
  }

  @Test
  void a_rejection_of_it_by_one_who_may_holds_it() {
    assertThat(startsInSpiteOf(BERT, reject(given))).isFalse();
    assertThat(given.at("staging").active().orElseThrow().gated().verdicts())
        .extractingByKey(GuardrailName.of(approvals(1)))
        .extracting(said -> said.because().code())
        .isEqualTo("being-rejected");
  }

  @Test
  void the_word_of_one_who_may_not_judge_holds_nothing() {
    assertThat(startsInSpiteOf(new ActorId("stranger"), reject(given))).isTrue();
  }

  @Test
  void a_rejection_of_another_content_holds_nothing() {
    DeliveryId id = Approving.head(given).id();
    assertThat(startsInSpiteOf(BERT, rejecting(id, digest("other")))).isTrue();
  }

  @Test
  void a_rejection_of_another_delivery_holds_nothing() {
    DeliveryId other = new DeliveryId(Given.placement("production"), 1);
    assertThat(startsInSpiteOf(BERT, rejecting(other, Approving.head(given).hash()))).isTrue();
  }
}
