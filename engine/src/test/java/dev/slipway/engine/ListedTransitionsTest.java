package dev.slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.JobStage;
import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.ShipmentStage;
import dev.slipway.engine.fold.StateMachine;
import dev.slipway.engine.fold.StateMachine.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 18, without any weather: every listed transition happens in a story that is written down. */
class ListedTransitionsTest {

  private static final Set<Row<?, ?>> HAPPENED = new HashSet<>();

  @BeforeAll
  static void tell() {
    Scenarios.all()
        .forEach((what, story) -> {
          Given given = story.get();
          assertThat(new Transitions(HAPPENED).violationsIn(given.ledger())).as(what).isEmpty();
          HAPPENED.addAll(Happened.toMembers(given.ledger()));
          HAPPENED.addAll(Happened.toJobs(given.ledger()));
        });
  }

  /** A table and its name. */
  record Listed(String name, StateMachine<?, ?> table) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Listed> tables() {
    return Stream.of(
        new Listed("shipment", ShipmentStage.TABLE),
        new Listed("rollout", RolloutPhase.TABLE),
        new Listed("member", MemberStage.TABLE),
        new Listed("job", JobStage.TABLE));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void every_listed_transition_happens_in_a_story(Listed listed) {
    List<? extends Row<?, ?>> untold =
        listed.table().rows().stream().filter(row -> !HAPPENED.contains(row)).toList();
    assertThat(untold)
        .as("transitions of a %s without a story; tell when they happen in Scenarios", listed)
        .isEmpty();
  }

  @Test
  void nothing_else_happens_in_any_of_them() {
    Set<Row<?, ?>> all = new HashSet<>();
    tables().forEach(listed -> all.addAll(listed.table().rows()));
    assertThat(all).containsAll(HAPPENED);
  }
}
