package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.SetState;
import dev.slipway.engine.rollback.SetOffers;
import dev.slipway.engine.why.Afresh;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.SetId;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Cargo;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.DependencyDefinition;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.SetEnded;
import dev.slipway.model.entry.SetMade;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.model.state.SetOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several applications that are delivered as one: the web needs the shop, which needs billing. */
class SetTest {

  private static final ApplicationName BILLING = new ApplicationName("billing");
  private static final ApplicationName SHOP = new ApplicationName("store");
  private static final ApplicationName WEB = new ApplicationName("web");
  private static final EnvironmentName STAGING = Fixtures.environment("staging");
  private static final EnvironmentName PRODUCTION = Fixtures.environment("production");
  private static final Reason BROKEN = new Reason("broken", "It did not come up.");

  private final Given given = new Given();

  SetTest() {
    given.git.push(MAIN, sha(1), Fixtures.shop(Fixtures.web("bin/web", "1")));
    given.when(Fixtures.apply(application(BILLING)));
    given.when(Fixtures.apply(application(SHOP, BILLING)));
    given.when(Fixtures.apply(application(WEB, SHOP)));
    given.agents("staging").agents("production");
    given.when(Fixtures.apply(Fixtures.declared("staging", false)));
  }

  private static ApplicationDefinition application(ApplicationName name, ApplicationName... needs) {
    return new ApplicationDefinition(
            name,
            Optional.of(Fixtures.REPOSITORY),
            List.of(Fixtures.web("bin/" + name)),
            List.of(STAGING, PRODUCTION),
            List.of(),
            Optional.empty())
        .needing(
            Optional.of(
                Stream.of(needs)
                    .map(need -> new DependencyDefinition(need, Optional.empty()))
                    .toList()));
  }

  private Then ship(OnFailure onFailure, EnvironmentName... travel) {
    return given.when(
        new Command.Ship(
            Stream.of(WEB, SHOP, BILLING)
                .map(name -> new Cargo(name, Optional.of("main")))
                .toList(),
            List.of(travel),
            onFailure,
            List.of()));
  }

  /** Commit n of all three is in force in staging. */
  private SetId settled(int n) {
    given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "1")));
    SetId id = ship(OnFailure.HALT, STAGING).one(SetMade.class).set().id();
    Stream.of(BILLING, SHOP, WEB).forEach(name -> converged(name, STAGING));
    assertThat(set(id).end()).contains(SetEnded.End.SETTLED);
    return id;
  }

  @Test
  void what_has_not_started_ends_when_one_of_its_applications_is_removed() {
    SetId id = ship(OnFailure.HALT, STAGING).one(SetMade.class).set().id();
    Then then = given.when(new Command.RemoveApplication(WEB));
    assertThat(then.all(ShipmentStopped.class))
        .extracting(stopped -> stopped.because().code())
        .containsExactly("application-removed", "set-failed");
    converged(BILLING, STAGING);
    assertThat(set(id).end()).contains(SetEnded.End.FAILED);
  }

  private SetState set(SetId id) {
    return given.world().sets().of(id).orElseThrow();
  }

  private static Slot slot(ApplicationName name, EnvironmentName environment) {
    return new Slot(new TargetId(environment, Fixtures.target("any", "local").target()), name);
  }

  private Then converged(ApplicationName name, EnvironmentName environment) {
    Slot slot = slot(name, environment);
    return ended(slot, Converging.asOrdered(given.world(), slot));
  }

  private Then failed(ApplicationName name, EnvironmentName environment) {
    return ended(slot(name, environment), new Outcome.Failed(BROKEN));
  }

  private Then ended(Slot slot, Outcome outcome) {
    return given.whenReported(new Report.Ended(slot, given.fence(slot), outcome));
  }

  private static List<String> started(Then then) {
    return then.all(RolloutStarted.class).stream()
        .map(started -> started.delivery().toString())
        .toList();
  }

  private PlacementState at(ApplicationName name, EnvironmentName environment) {
    return given.world().deliveries().placement(new Placement(name, environment));
  }

  private List<Integer> inForce() {
    List<Integer> numbers = new ArrayList<>();
    for (ApplicationName name : List.of(BILLING, SHOP, WEB)) {
      numbers.add(at(name, STAGING).inForce().orElseThrow().delivery().id().number());
    }
    return numbers;
  }

  @Test
  void starts_happen_in_the_order_of_needs() {
    Then then = ship(OnFailure.HALT, STAGING);
    assertThat(then.one(SetMade.class).set().members())
        .extracting(one -> one.application(), one -> one.after())
        .containsExactly(
            tuple(BILLING, List.of()), tuple(SHOP, List.of(BILLING)), tuple(WEB, List.of(SHOP)));
    assertThat(started(then)).containsExactly("billing/staging#1");
    assertThat(started(converged(BILLING, STAGING))).containsExactly("store/staging#1");
    assertThat(started(converged(SHOP, STAGING))).containsExactly("web/staging#1");
    assertThat(converged(WEB, STAGING).one(SetEnded.class).end()).isEqualTo(SetEnded.End.SETTLED);
  }

  @Test
  void who_waits_is_told_for_whom_of_its_set() {
    settled(1);
    SetId id = ship(OnFailure.HALT, STAGING).one(SetMade.class).set().id();
    assertThat(Afresh.explain(given.world(), new Placement(SHOP, STAGING), given.now()).unmet())
        .extracting(one -> one.what(), one -> one.because().sentence())
        .containsExactly(
            tuple(
                "set",
                "It comes after billing/staging in %s, which has not arrived.".formatted(id)));
  }

  @Test
  void none_starts_once_one_of_them_failed_and_what_was_done_stays_unless_it_is_to_go_back() {
    settled(1);
    SetId id = ship(OnFailure.HALT, STAGING).one(SetMade.class).set().id();
    converged(BILLING, STAGING);
    Then then = failed(SHOP, STAGING);
    assertThat(then.all(ShipmentStopped.class))
        .extracting(stopped -> stopped.because().code())
        .containsExactly("broken", "set-failed");
    assertThat(then.one(SetEnded.class).end()).isEqualTo(SetEnded.End.FAILED);
    assertThat(at(WEB, STAGING).active()).isEmpty();
    assertThat(inForce()).containsExactly(2, 1, 1);
    assertThat(set(id).failure().orElseThrow().name()).isEqualTo("store/staging#2");
  }

  @Test
  void what_was_done_goes_back_in_reverse_when_that_is_wanted() {
    settled(1);
    given.git.push(MAIN, sha(2), Fixtures.shop(Fixtures.web("bin/web", "2")));
    ship(OnFailure.ROLLBACK, STAGING);
    converged(BILLING, STAGING);
    converged(SHOP, STAGING);
    Then then = failed(WEB, STAGING);
    assertThat(then.one(SetMade.class).set().members())
        .extracting(one -> one.application(), one -> one.after())
        .containsExactly(tuple(SHOP, List.of()), tuple(BILLING, List.of(SHOP)));
    assertThat(started(then)).containsExactly("store/staging#3");
    assertThat(started(converged(SHOP, STAGING))).containsExactly("billing/staging#3");
    assertThat(converged(BILLING, STAGING).one(SetEnded.class).end())
        .isEqualTo(SetEnded.End.SETTLED);
    assertThat(at(BILLING, STAGING).inForce().orElseThrow().delivery().change().sha())
        .isEqualTo(sha(1));
  }

  @Test
  void a_whole_set_goes_back_by_hand_in_reverse_order_of_needs() {
    settled(1);
    SetId id = settled(2);
    SetOffer offer = SetOffers.of(given.world(), id, Optional.empty(), given.now()).orElseThrow();
    assertThat(offer.because()).isEmpty();
    assertThat(offer.parts())
        .extracting(part -> part.at().application(), part -> part.to().orElseThrow().number())
        .containsExactly(tuple(WEB, 1), tuple(SHOP, 1), tuple(BILLING, 1));
    Then then = rollBack(id);
    assertThat(then.one(SetMade.class).set().undoes()).contains(id);
    assertThat(started(then)).containsExactly("web/staging#3");
    assertThat(started(converged(WEB, STAGING))).containsExactly("store/staging#3");
    assertThat(started(converged(SHOP, STAGING))).containsExactly("billing/staging#3");
    converged(BILLING, STAGING);
    assertThat(inForce()).containsExactly(3, 3, 3);
  }

  private Then rollBack(SetId id) {
    return given.when(new Command.RollbackSet(id, Optional.empty(), Optional.empty()));
  }

  @Test
  void nothing_of_it_goes_back_where_one_cannot_and_the_reason_names_it() {
    settled(1);
    SetId id = settled(2);
    given.when(
        new Command.Deploy(
            SHOP, STAGING, Optional.of("main"), false, new TreeMap<>(), Optional.empty()));
    converged(SHOP, STAGING);
    Then then = rollBack(id).refusedBecause("newer-in-force");
    assertThat(then.settlement().because().sentence())
        .startsWith(
            "Nothing of it goes back, for store/staging cannot: store/staging#3 came after");
    assertThat(then.all(ShipmentMade.class)).isEmpty();
    assertThat(inForce()).containsExactly(2, 3, 2);
  }

  @Test
  void what_was_the_first_has_nothing_to_go_back_to() {
    SetId id = settled(1);
    rollBack(id).refusedBecause("nothing-before");
  }

  @Test
  void the_next_environment_begins_when_all_of_it_has_arrived_in_the_one_before() {
    ship(OnFailure.HALT, STAGING, PRODUCTION);
    assertThat(started(converged(BILLING, STAGING))).containsExactly("store/staging#1");
    assertThat(started(converged(SHOP, STAGING))).containsExactly("web/staging#1");
    assertThat(at(BILLING, PRODUCTION).active().orElseThrow().isWaiting()).isTrue();
    assertThat(started(converged(WEB, STAGING))).containsExactly("billing/production#1");
    assertThat(started(converged(BILLING, PRODUCTION))).containsExactly("store/production#1");
  }

  @Test
  void one_that_fails_later_keeps_all_from_the_next_environment() {
    ship(OnFailure.HALT, STAGING, PRODUCTION);
    converged(BILLING, STAGING);
    assertThat(failed(SHOP, STAGING).one(SetEnded.class).end()).isEqualTo(SetEnded.End.FAILED);
    assertThat(at(BILLING, PRODUCTION).active()).isEmpty();
    assertThat(given.world().deliveries().shipments().travelling()).isEmpty();
  }

  @Test
  void a_set_is_cancelled_as_one_and_what_has_arrived_stays() {
    settled(1);
    SetId id = ship(OnFailure.ROLLBACK, STAGING).one(SetMade.class).set().id();
    converged(BILLING, STAGING);
    given.when(new Command.CancelSet(id));
    assertThat(at(WEB, STAGING).active()).isEmpty();
    Then then = converged(SHOP, STAGING);
    assertThat(then.one(SetEnded.class).end()).isEqualTo(SetEnded.End.CANCELLED);
    assertThat(then.all(SetMade.class)).as("A person ended it, so nothing goes back.").isEmpty();
    assertThat(inForce()).containsExactly(2, 1, 1);
    given.when(new Command.CancelSet(id)).nothingBecause("not-travelling");
  }

  @Test
  void where_one_cannot_be_made_none_is() {
    given
        .when(
            new Command.Ship(
                List.of(
                    new Cargo(BILLING, Optional.empty()),
                    new Cargo(new ApplicationName("nobody"), Optional.empty())),
                List.of(STAGING),
                OnFailure.HALT,
                List.of()))
        .refusedBecause("unknown-application");
    assertThat(given.world().sets().open()).isEmpty();
  }
}
