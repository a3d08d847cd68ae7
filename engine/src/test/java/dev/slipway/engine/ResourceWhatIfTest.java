package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.guarded;
import static dev.slipway.engine.Outside.OWNER;
import static dev.slipway.engine.Outside.SCHEMA;
import static dev.slipway.engine.Outside.atLeast;
import static dev.slipway.engine.Outside.tell;
import static dev.slipway.engine.Supposing.ROLLOUT;
import static dev.slipway.engine.Supposing.STAGING;
import static dev.slipway.engine.Supposing.ask;
import static dev.slipway.engine.Supposing.document;
import static dev.slipway.engine.Supposing.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.whatif.Difference;
import dev.slipway.engine.whatif.WhatIf;
import dev.slipway.model.ActorId;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.Juncture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What would have become of a span in which a resource was waited for: that came when it came. */
class ResourceWhatIfTest {

  private static final ActorId DORA = new ActorId("dora");
  private static final ActorId PERSON = new ActorId("p-1");

  private final Given given = Outside.needed().later(Duration.ofHours(1));
  private final Instant since = given.now();

  /** A push waits for 40 minutes, until somebody of the schema's owner says that it is there. */
  private void waited() {
    given.git.linked(DORA, PERSON);
    given.when(new Command.IssueToken(DORA, Role.VIEWER, new Scope.Everything()));
    Approving.add(given, OWNER.value(), PERSON);
    Approving.push(given, 2);
    given.later(Duration.ofMinutes(40)).when(DORA, tell("2"));
    given.later(ROLLOUT).whenConverged(STAGING);
    given.later(Duration.ofHours(1));
  }

  @Test
  void with_the_same_documents_it_waits_just_as_long() {
    waited();
    assertThat(row(ask(given, since), "staging", 2).difference())
        .isInstanceOf(Difference.Same.class);
  }

  @Test
  void without_the_resource_it_would_have_been_let_through_sooner() {
    waited();
    WhatIf.Answer answer = ask(given, since, document(Fixtures.declared("staging", false)));
    assertThat(row(answer, "staging", 2).difference())
        .isInstanceOfSatisfying(
            Difference.LetThrough.class,
            through -> assertThat(through.sooner()).contains(Duration.ofMinutes(40)));
  }

  @Test
  void with_a_version_that_never_came_it_would_have_been_stopped() {
    waited();
    WhatIf.Answer answer =
        ask(
            given,
            since,
            document(guarded("staging", GuardrailPolicy.NONE.needing(List.of(atLeast("3"))))));
    assertThat(row(answer, "staging", 2).difference())
        .isInstanceOfSatisfying(
            Difference.Stopped.class,
            stopped ->
                assertThat(stopped.by())
                    .contains(GuardrailName.of(SCHEMA, Juncture.AFTER_APPROVAL)));
  }
}
