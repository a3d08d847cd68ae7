package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.Sha;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.DependencyDefinition;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a delivery needs of another application has to be in force before it starts. */
class DependencyTest {

  private static final TargetId LOCAL = target("staging", "local");
  private static final Placement AT = Given.placement("staging");
  private static final ApplicationName BILLING = new ApplicationName("billing");
  private static final Slot THERE = new Slot(LOCAL, BILLING);

  private static ApplicationDefinition needing(
      ApplicationDefinition application, ApplicationName needed, Optional<String> at) {
    return application.needing(Optional.of(List.of(new DependencyDefinition(needed, at))));
  }

  private static ApplicationDefinition billing() {
    return new ApplicationDefinition(
        BILLING,
        Optional.of(Fixtures.REPOSITORY),
        List.of(Fixtures.web("bin/billing")),
        List.of(Fixtures.environment("staging")),
        List.of(),
        Optional.empty());
  }

  /** The shop and billing come from one repository; the shop's commit 2 needs billing. */
  static Given waiting(Optional<String> at) {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(billing()));
    push(given, at);
    return given;
  }

  private static Then push(Given given, Optional<String> at) {
    given.git.push(MAIN, sha(2), needing(Fixtures.shop(Fixtures.web("bin/web")), BILLING, at));
    return given.whenHinted(MAIN);
  }

  private static Then deployed(Given given, Sha sha) {
    ask(given, sha);
    return given.whenReported(
        new Report.Ended(THERE, given.fence(THERE), Converging.asOrdered(given.world(), THERE)));
  }

  private static void ask(Given given, Sha sha) {
    given.when(
        new Command.Deploy(
            BILLING,
            Fixtures.environment("staging"),
            Optional.of(sha.value()),
            false,
            new TreeMap<>(),
            Optional.empty()));
  }

  private static boolean started(Given given) {
    return given.at("staging").active().filter(r -> !r.isWaiting()).isPresent();
  }

  @Test
  void it_waits_with_the_reason_and_who_could_meet_it() {
    Given given = waiting(Optional.of("same"));
    assertThat(started(given)).isFalse();
    Explanation.Unmet unmet = Afresh.explain(given.world(), AT, given.now()).unmet().getFirst();
    assertThat(unmet.what()).isEqualTo("dependency billing");
    assertThat(unmet.because().sentence())
        .isEqualTo(
            "shop/staging#1 needs billing/staging at 0000000 to be in force; nothing of it is in force there.");
    assertThat(unmet.ways().getFirst().command())
        .isEqualTo("slipway deploy billing --to staging --sha %s".formatted(sha(2)));
  }

  @Test
  void it_starts_by_itself_once_what_it_needs_is_in_force() {
    Given given = waiting(Optional.of("same"));
    Then then = deployed(given, sha(2));
    assertThat(then.all(RolloutStarted.class))
        .extracting(started -> started.delivery().placement())
        .containsExactly(AT);
  }

  @Test
  void another_version_does_not_do() {
    Given given = waiting(Optional.of("same"));
    deployed(given, sha(1));
    assertThat(started(given)).isFalse();
    deployed(given, sha(2));
    assertThat(started(given)).isTrue();
  }

  @Test
  void it_may_be_any_version_or_the_first_digits_of_one() {
    Given any = waiting(Optional.empty());
    deployed(any, sha(1));
    assertThat(started(any)).isTrue();
    Given digits = waiting(Optional.of(sha(1).value().substring(0, 39)));
    deployed(digits, sha(1));
    assertThat(started(digits)).isTrue();
    Given short6 = waiting(Optional.of("000000"));
    deployed(short6, sha(1));
    assertThat(started(short6)).isFalse();
  }

  @Test
  void what_is_in_force_already_is_not_waited_for() {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(billing()));
    deployed(given, sha(1));
    assertThat(push(given, Optional.empty()).all(RolloutStarted.class)).hasSize(1);
  }

  @Test
  void whoever_needs_it_waits_behind_its_failure_where_trains_run() {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(billing()));
    given.when(Fixtures.apply(Fixtures.declared("staging", false).with(QueuePolicy.TRAIN)));
    deployed(given, sha(1));
    ask(given, sha(1));
    given.whenReported(
        new Report.Ended(
            THERE, given.fence(THERE), new Outcome.Failed(new Reason("broken", "No luck."))));
    push(given, Optional.empty());
    assertThat(started(given)).isFalse();
    Explanation.Unmet unmet = Afresh.explain(given.world(), AT, given.now()).unmet().getFirst();
    assertThat(unmet.because().sentence())
        .startsWith("shop/staging#1 needs billing/staging, and billing/staging#2 failed");
    assertThat(unmet.ways().getFirst().command())
        .isEqualTo("slipway queue go-on billing/staging#2");
    given.when(
        new Command.PassFailure(
            new DeliveryId(new Placement(BILLING, AT.environment()), 2), Optional.empty()));
    assertThat(started(given)).isTrue();
  }

  @Test
  void what_failed_is_named_where_it_is_missing() {
    Given given = waiting(Optional.of("same"));
    ask(given, sha(2));
    given.whenReported(
        new Report.Ended(
            THERE, given.fence(THERE), new Outcome.Failed(new Reason("broken", "No luck."))));
    assertThat(
            Afresh.explain(given.world(), AT, given.now()).unmet().getFirst().because().sentence())
        .endsWith("nothing of it is in force there, for billing/staging#1 failed.");
  }

  @Test
  void two_that_need_each_other_are_told_so_when_a_commit_says_it_and_what_is_in_force_stays() {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(needing(billing(), Fixtures.SHOP, Optional.empty())));
    Then then = push(given, Optional.empty());
    assertThat(then.one(TriggerEvaluated.class).verdict().because())
        .isEqualTo(
            new Reason(
                "dependency-cycle",
                "shop needs billing, which in the end needs shop: neither would ever start. Take one of them out of its document."));
    assertThat(then.all(ShipmentMade.class)).isEmpty();
    assertThat(
            given.world().declared().application(Fixtures.SHOP).orElseThrow().definition().needs())
        .isEmpty();
  }

  @Test
  void a_document_that_closes_a_circle_is_refused_and_one_that_opens_it_along_with_it_is_not() {
    Given given = waiting(Optional.empty());
    ApplicationDefinition before = billing();
    given
        .when(Fixtures.apply(needing(before, Fixtures.SHOP, Optional.empty())))
        .refusedBecause("dependency-cycle");
    assertThat(given.world().declared().application(BILLING).orElseThrow().definition())
        .isEqualTo(before);
    ApplicationDefinition one = named(before, "one");
    ApplicationDefinition two = named(before, "two");
    given.when(Fixtures.apply(needing(two, one.name(), Optional.empty())));
    given.when(together(needing(one, two.name(), Optional.empty()), two)).settlement();
    assertThat(given.world().declared().application(two.name()).orElseThrow().definition())
        .isEqualTo(two);
    given
        .when(Fixtures.apply(needing(two, two.name(), Optional.empty())))
        .refusedBecause("dependency-cycle");
  }

  @Test
  void what_closes_a_circle_while_it_waits_never_starts() {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(billing()));
    RefName topic = RefName.ofBranch("topic");
    given.git.push(
        topic, sha(7), needing(Fixtures.shop(Fixtures.web("bin/web")), BILLING, Optional.empty()));
    given.when(
        new Command.Deploy(
            Fixtures.SHOP,
            AT.environment(),
            Optional.of("topic"),
            false,
            new TreeMap<>(),
            Optional.empty()));
    assertThat(started(given)).isFalse();
    given.when(Fixtures.apply(needing(billing(), Fixtures.SHOP, Optional.empty())));
    Then then = given.whenTicked("staging");
    assertThat(then.all(GuardrailJudged.class))
        .anySatisfy(judged -> assertThat(judged.verdict()).isEqualTo(GuardrailVerdict.FAIL));
    assertThat(then.one(ShipmentStopped.class).because().sentence())
        .contains("shop needs billing, which in the end needs shop");
  }

  private static ApplicationDefinition named(ApplicationDefinition like, String name) {
    return new ApplicationDefinition(
        new ApplicationName(name),
        like.repository(),
        like.services(),
        like.route(),
        like.triggers(),
        like.onFailure());
  }

  private static Command together(ApplicationDefinition... definitions) {
    return new Command.Apply(
        Stream.of(definitions)
            .<Document>map(definition ->
                new Document.OfApplication(definition, Fixtures.digest(definition.toString())))
            .toList());
  }
}
