package dev.slipway.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.GroupName;
import dev.slipway.model.Position;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.TargetId;
import dev.slipway.model.entry.AgentEnrolled;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.MemberAdded;
import dev.slipway.model.entry.MemberRemoved;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.entry.TokenIssued;
import dev.slipway.model.entry.TokenRevoked;
import dev.slipway.views.row.DeliveryRow;
import dev.slipway.views.row.DeliveryState;
import dev.slipway.views.row.EntryRow;
import dev.slipway.views.row.EvaluationRow;
import dev.slipway.views.row.EventRow;
import dev.slipway.views.row.MemberRow;
import dev.slipway.views.row.PlacementRow;
import dev.slipway.views.row.ShipmentRow;
import dev.slipway.views.row.StopRow;
import dev.slipway.views.row.TargetRow;
import dev.slipway.views.row.TokenRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What all read tables do, whatever keeps them. */
public abstract class ReadTablesContract extends GuardedTablesContract {

  @Test
  void nothing_taken_is_nothing_shown() {
    ReadTables tables = tables();
    assertThat(tables.position()).isEqualTo(Position.START);
    for (Table<?> table : Tables.ALL) {
      assertThat(tables.list(OURS, table, Query.first(5)).total()).isZero();
    }
  }

  @Test
  void what_is_declared_is_shown_with_its_places() {
    ReadTables tables = told();
    assertThat(tables.find(OURS, Tables.APPLICATIONS, "shop").orElseThrow().definition())
        .isEqualTo(Story.shop());
    assertThat(tables.list(OURS, Tables.ENVIRONMENTS, Query.first(9)).rows())
        .extracting(Row::key)
        .containsExactly("production", "staging");
    assertThat(tables.list(OURS, Tables.PLACEMENTS, Query.first(9)).rows())
        .extracting(Row::key)
        .containsExactly("shop/staging", "shop/production");
  }

  @Test
  void an_application_that_was_removed_is_no_longer_shown() {
    story.write(new ApplicationRemoved(Story.SHOP));
    assertThat(told().find(OURS, Tables.APPLICATIONS, "shop")).isEmpty();
  }

  @Test
  void a_target_shows_the_agent_that_enrolled_there() {
    story.write(
        new AgentEnrolled(
            new ActorId("agent-1"), new TargetId(Story.STAGING, Story.LOCAL), Story.key()));
    TargetRow target = told().find(OURS, Tables.TARGETS, "staging/local").orElseThrow();
    assertThat(target.agent().orElseThrow().agent()).isEqualTo(new ActorId("agent-1"));
  }

  @Test
  void a_push_is_followed_from_its_event_to_its_shipment() {
    Position event = story.pushed(1);
    ReadTables tables = told();
    assertThat(tables.find(OURS, Tables.EVENTS, event.toString()).orElseThrow().settled())
        .isEqualTo(EventRow.Settled.FOLLOWED);
    EvaluationRow evaluation =
        tables
            .list(OURS, Tables.EVALUATIONS, Query.first(5).where("event", event.toString()))
            .rows()
            .getFirst();
    assertThat(evaluation.matched()).isTrue();
    assertThat(evaluation.shipment()).contains(Story.shipment(1).id());
    assertThat(shipment(tables, 1).event()).contains(event);
    assertThat(staging(tables).queue()).hasSize(1);
  }

  @Test
  void an_older_shipment_that_waits_gives_its_place_away() {
    story.pushed(1);
    story.pushed(2);
    story.write(
        new ShipmentSuperseded(Story.SHOP_STAGING, Story.shipment(1).id(), Story.shipment(2).id()));
    ReadTables tables = told();
    assertThat(shipment(tables, 1).state()).isEqualTo(ShipmentRow.State.SUPERSEDED);
    assertThat(staging(tables).queue())
        .extracting(PlacementRow.Queued::shipment)
        .containsExactly(Story.shipment(2).id());
  }

  @Test
  void a_rollout_goes_from_waiting_to_in_force() {
    story.pushed(1);
    Position order = story.ordered(1, 1);
    DeliveryRow rolling = delivery(told(), 1);
    assertThat(rolling.state()).isEqualTo(DeliveryState.ROLLING);
    assertThat(rolling.share()).isZero();
    story.converged(order);
    assertThat(delivery(told(), 1).share()).isEqualTo(100);
    story.write(new RolloutSettled(Story.delivery(1)));
    ReadTables tables = told();
    DeliveryRow settled = delivery(tables, 1);
    assertThat(settled.state()).isEqualTo(DeliveryState.SETTLED);
    assertThat(settled.inForce()).isTrue();
    assertThat(settled.members())
        .extracting(MemberRow::outcome)
        .containsExactly(MemberRow.Outcome.CONVERGED);
    PlacementRow placement = staging(tables);
    assertThat(placement.inForce().orElseThrow().number()).isEqualTo(1);
    assertThat(placement.active()).isEmpty();
    assertThat(placement.queue()).isEmpty();
    assertThat(shipment(tables, 1).stop(Story.STAGING).orElseThrow().state())
        .isEqualTo(StopRow.State.ARRIVED);
  }

  @Test
  void a_delivery_is_in_force_until_the_next_one_is() {
    story.pushed(1);
    story.ordered(1, 1);
    story.write(new RolloutSettled(Story.delivery(1)));
    story.pushed(2);
    story.ordered(2, 2);
    story.write(new RolloutSettled(Story.delivery(2)));
    ReadTables tables = told();
    assertThat(delivery(tables, 1).inForce()).isFalse();
    assertThat(delivery(tables, 1).state()).isEqualTo(DeliveryState.SETTLED);
    assertThat(delivery(tables, 2).inForce()).isTrue();
  }

  @Test
  void a_failure_leaves_in_force_what_was() {
    story.pushed(1);
    story.ordered(1, 1);
    story.write(new RolloutSettled(Story.delivery(1)));
    story.pushed(2);
    story.ordered(2, 2);
    story.write(new RolloutFailed(Story.delivery(2), BECAUSE));
    story.write(new ShipmentStopped(Story.shipment(2).id(), Story.STAGING, BECAUSE));
    ReadTables tables = told();
    assertThat(delivery(tables, 2).because()).contains(BECAUSE);
    assertThat(staging(tables).inForce().orElseThrow().number()).isEqualTo(1);
    assertThat(staging(tables).failure().orElseThrow().because()).isEqualTo(BECAUSE);
    assertThat(shipment(tables, 2).state()).isEqualTo(ShipmentRow.State.STOPPED);
    assertThat(shipment(tables, 2).stop(Story.STAGING).orElseThrow().state())
        .isEqualTo(StopRow.State.FAILED);
  }

  @Test
  void waiting_and_stuck_rollouts_say_why() {
    story.pushed(1);
    story.ordered(1, 1);
    story.write(new RolloutWaiting(Story.delivery(1), BECAUSE));
    assertThat(delivery(told(), 1).because()).contains(BECAUSE);
    story.write(new RolloutStuck(Story.delivery(1), BECAUSE, "slipway settle shop/staging#1"));
    DeliveryRow stuck = delivery(told(), 1);
    assertThat(stuck.state()).isEqualTo(DeliveryState.STUCK);
    assertThat(stuck.wayOut()).contains("slipway settle shop/staging#1");
  }

  @Test
  void what_died_is_seen_where_it_runs() {
    story.pushed(1);
    Position order = story.ordered(1, 1);
    story.converged(order).died(order);
    assertThat(staging(told()).slots())
        .singleElement()
        .satisfies(slot -> assertThat(slot.drifted()).isTrue());
  }

  @Test
  void a_report_is_found_with_the_delivery_of_its_order() {
    story.pushed(1);
    Position order = story.ordered(1, 1);
    story.converged(order);
    Page<EntryRow> found =
        told().list(OURS, Tables.ENTRIES, Query.first(50).where("delivery", "shop/staging#1"));
    assertThat(found.rows())
        .extracting(EntryRow::type)
        .containsExactly("ReportReceived", "OrderIssued", "RolloutStarted", "DeliveryMade");
  }

  @Test
  void tokens_are_shown_until_after_their_end() {
    ActorId token = new ActorId("t-1");
    story.write(new TokenIssued(token, Role.VIEWER, new Scope.OfApplication(Story.SHOP)));
    story.write(new TokenRevoked(token));
    TokenRow row = told().find(OURS, Tables.TOKENS, "t-1").orElseThrow();
    assertThat(row.revoked()).isTrue();
    assertThat(row.reach()).isEqualTo(new Scope.OfApplication(Story.SHOP));
  }

  @Test
  void a_group_is_shown_as_long_as_somebody_belongs_to_it() {
    GroupName group = new GroupName("security");
    ActorId token = new ActorId("t-1");
    ActorId one = new ActorId("p-1");
    ActorId other = new ActorId("p-2");
    story.write(new MemberAdded(group, other, token));
    story.write(new MemberAdded(group, one, token));
    assertThat(told().find(OURS, Tables.GROUPS, "security").orElseThrow().members())
        .containsExactly(one, other);
    story.write(new MemberRemoved(group, one, token));
    assertThat(told().find(OURS, Tables.GROUPS, "security").orElseThrow().members())
        .containsExactly(other);
    story.write(new MemberRemoved(group, other, token));
    assertThat(told().find(OURS, Tables.GROUPS, "security")).isEmpty();
  }

  @Test
  void pages_together_are_the_whole_list_once() {
    for (int n = 1; n <= 7; n++) {
      story.pushed(n);
    }
    ReadTables tables = told();
    List<String> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<ShipmentRow> page = tables.list(OURS, Tables.SHIPMENTS, Query.first(3).after(after));
      assertThat(page.total()).isEqualTo(7);
      page.rows().forEach(row -> seen.add(row.key()));
      after = page.next();
    } while (after.isPresent());
    assertThat(seen).containsExactly("s-7", "s-6", "s-5", "s-4", "s-3", "s-2", "s-1");
  }

  @Test
  void a_mark_that_is_not_ours_finds_a_page_and_no_error() {
    story.pushed(1);
    assertThat(
            told()
                .list(OURS, Tables.SHIPMENTS, Query.first(3).after(Optional.of("' OR 1=1 --")))
                .total())
        .isEqualTo(1);
  }

  @Test
  void entries_are_found_by_time() {
    story.pushed(1);
    Query query =
        Query.first(50)
            .between(
                Optional.of(Orders.of(Story.START.plusMillis(2))),
                Optional.of(Orders.of(Story.START.plusMillis(4))));
    assertThat(told().list(OURS, Tables.ENTRIES, query).rows())
        .extracting(row -> row.position().value())
        .containsExactly(3L, 2L);
  }

  @Test
  void a_reader_sees_and_counts_what_it_may_read() {
    story.pushed(1);
    Query query =
        Query.first(50).visibleTo(Optional.of(scope -> scope instanceof Scope.OfEnvironment));
    Page<EntryRow> page = told().list(OURS, Tables.ENTRIES, query);
    assertThat(page.total()).isEqualTo(3);
    assertThat(page.rows())
        .extracting(EntryRow::type)
        .containsExactly("TargetDeclared", "EnvironmentDeclared", "EnvironmentDeclared");
  }

  @Test
  void organisations_do_not_see_each_other() {
    story.pushed(1);
    ReadTables tables = told();
    Story theirs = new Story(THEIRS, tables.position()).declared();
    tables.take(theirs.written());
    assertThat(tables.find(THEIRS, Tables.SHIPMENTS, "s-1")).isEmpty();
    assertThat(tables.list(THEIRS, Tables.SHIPMENTS, Query.first(9)).total()).isZero();
    assertThat(tables.find(OURS, Tables.ENTRIES, tables.position().toString())).isEmpty();
    assertThat(tables.list(THEIRS, Tables.ENTRIES, Query.first(9)).total()).isEqualTo(4);
  }

  @Test
  void entries_taken_twice_count_once() {
    story.pushed(1);
    ReadTables tables = told();
    tables.take(story.written());
    assertThat(staging(tables).queue()).hasSize(1);
    assertThat(tables.list(OURS, Tables.ENTRIES, Query.first(1)).total())
        .isEqualTo(story.written().size());
  }
}
