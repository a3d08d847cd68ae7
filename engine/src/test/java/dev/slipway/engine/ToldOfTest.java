package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.REPOSITORY;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.notification.Happenings;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.notification.Cargo;
import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.Occasion;
import dev.slipway.model.observation.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of a change on its way names its commit, its shipment and where the commit lies. */
class ToldOfTest {

  private static final Placement AT = Given.placement("staging");
  private static final TargetId STAGING = target("staging", "local");
  private static final Reason BROKEN = new Reason("broken", "It did not come up.");

  private final Given given = PushTest.shopAdded();

  /** What is told of these entries, as the server has it once they are all taken in. */
  private List<Happening> told(Then then) {
    return then.entries().stream()
        .filter(entry -> !(entry.entry() instanceof ShipmentQueued) || isHere(entry))
        .flatMap(entry -> Happenings.of(given.world(), entry).stream())
        .filter(happening -> happening.placement().equals(AT))
        .toList();
  }

  private static boolean isHere(Recorded entry) {
    return entry.entry() instanceof ShipmentQueued queued && queued.placement().equals(AT);
  }

  private static void isOf(int commit, Optional<Integer> number, Happening happening) {
    assertThat(happening.sha()).contains(sha(commit));
    assertThat(happening.cargo().map(Cargo::repository)).contains(REPOSITORY);
    assertThat(happening.shipment()).isPresent();
    assertThat(happening.number()).isEqualTo(number);
  }

  @Test
  void what_comes_through_is_told_when_it_is_queued_started_and_settled() {
    List<Happening> pushed = told(Approving.push(given, 2));
    assertThat(pushed)
        .extracting(Happening::occasion)
        .containsExactly(Occasion.QUEUED, Occasion.STARTED);
    isOf(2, Optional.empty(), pushed.getFirst());
    isOf(2, Optional.of(1), pushed.getLast());
    assertThat(pushed.getFirst().isOfSameChangeAs(pushed.getLast())).isTrue();

    List<Happening> settled = told(given.whenConverged(STAGING));
    assertThat(settled).extracting(Happening::occasion).containsExactly(Occasion.SETTLED);
    isOf(2, Optional.of(1), settled.getFirst());
    assertThat(settled.getFirst().started()).contains(pushed.getLast().at());
    assertThat(settled.getFirst().cargo().orElseThrow().base()).isEmpty();
  }

  @Test
  void what_comes_in_the_place_of_another_says_of_which() {
    Approving.push(given, 2);
    given.whenConverged(STAGING);
    Approving.push(given, 3);
    assertThat(told(given.whenConverged(STAGING)).getFirst().cargo().orElseThrow().base())
        .contains(1);
  }

  @Test
  void what_failed_is_told_with_its_own_commit_and_why() {
    Approving.push(given, 2);
    given.whenConverged(STAGING);
    Approving.push(given, 3);
    List<Happening> failed = told(given.whenEnded(STAGING, new Outcome.Failed(BROKEN)));
    assertThat(failed).extracting(Happening::occasion).containsExactly(Occasion.FAILED);
    isOf(3, Optional.of(2), failed.getFirst());
    assertThat(failed.getFirst().because().orElseThrow().sentence()).contains("did not come up");
  }

  @Test
  void the_way_back_is_told_as_one_and_not_as_another_change() {
    for (int commit = 2; commit <= 3; commit++) {
      Approving.push(given, commit);
      given.whenConverged(STAGING);
    }
    given.when(new Command.Rollback(AT, Optional.empty(), Optional.empty(), Optional.empty()));
    List<Happening> back = told(given.whenConverged(STAGING));
    assertThat(back).extracting(Happening::occasion).containsExactly(Occasion.ROLLED_BACK);
    isOf(2, Optional.of(3), back.getFirst());
  }

  @Test
  void what_was_replaced_since_is_still_known_when_it_is_told_late() {
    Approving.push(given, 2);
    Then first = given.whenConverged(STAGING);
    Approving.push(given, 3);
    given.whenConverged(STAGING);
    isOf(2, Optional.of(1), told(first).getFirst());
  }

  @Test
  void what_waits_behind_another_is_told_with_its_own_commit() {
    given.when(new Command.Pause(AT, new Remark("Lunch.")));
    List<Happening> queued = told(Approving.push(given, 2));
    assertThat(queued).extracting(Happening::occasion).containsExactly(Occasion.QUEUED);
    isOf(2, Optional.empty(), queued.getFirst());
  }
}
