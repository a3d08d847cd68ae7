package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.show.Grants;
import dev.slipway.http.show.Guardrails;
import dev.slipway.http.show.Shown;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.guardrail.Lock.Strength;
import dev.slipway.model.guardrail.LockId;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.views.Orders;
import dev.slipway.views.Page;
import dev.slipway.views.Query;
import dev.slipway.views.Tables;
import dev.slipway.views.row.EnvironmentRow;
import dev.slipway.views.row.LockRow;
import dev.slipway.wire.LockPage;
import dev.slipway.wire.LockRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What people lock. */
public final class Locks {

  /** No group has more. */
  private static final int OF_GROUP_MAX = 200;

  private final Doors doors;
  private final InstantSource clock;
  private final Wishes wishes;

  public Locks(Doors doors, InstantSource clock) {
    this.doors = doors;
    this.clock = clock;
    wishes = new Wishes(doors);
  }

  /** What is over by now is not shown, though nobody released it. */
  public Answer list(Call call) {
    Reading reading = new Reading(doors, call);
    Optional<String> notOver = Optional.of(Orders.of(clock.instant().plusMillis(1)));
    Page<LockRow> page =
        reading.list(Tables.LOCKS, reading.asked().between(notOver, Optional.empty()));
    Shown shown = reading.shown();
    return Answer.ok(
        new LockPage(
            page.rows().stream()
                .map(row -> Guardrails.lock(row, ofGroup(reading, row.scope()), shown))
                .toList(),
            page.total(),
            Reading.next(page)));
  }

  /** The environments of the group that a scope names; none where it names no group. */
  private static List<String> ofGroup(Reading reading, Scope scope) {
    Optional<EnvironmentName> named =
        switch (scope) {
          case Scope.OfEnvironment of -> Optional.of(of.environment());
          case Scope.OfPlacement of -> Optional.of(of.placement().environment());
          case Scope.Everything _, Scope.OfApplication _ -> Optional.empty();
        };
    return named.stream()
        .map(name -> Query.first(OF_GROUP_MAX).where("group", name.value()))
        .flatMap(query -> reading.list(Tables.ENVIRONMENTS, query).rows().stream())
        .map(EnvironmentRow::key)
        .toList();
  }

  public Answer set(Call call) {
    LockRequest asked = call.json(LockRequest.class);
    Command.SetLock command =
        Applications.valid(() ->
            new Command.SetLock(
                Grants.scope(Optional.of(asked.scope())),
                new LockReason(asked.reason()),
                asked.strength().map(it -> Strength.valueOf(it.name())).orElse(Strength.HOLDS),
                asked.seconds().map(Duration::ofSeconds)));
    return wishes.carry(call, command, 201);
  }

  public Answer release(Call call) {
    return wishes.carry(call, new Command.ReleaseLock(call.path("lock", LockId::new)), 200);
  }
}
