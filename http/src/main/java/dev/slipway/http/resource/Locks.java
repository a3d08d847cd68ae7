package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.show.Grants;
import dev.slipway.http.show.Guardrails;
import dev.slipway.http.show.Shown;
import dev.slipway.model.command.Command;
import dev.slipway.model.guardrail.Lock.Strength;
import dev.slipway.model.guardrail.LockId;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.views.Orders;
import dev.slipway.views.Page;
import dev.slipway.views.Tables;
import dev.slipway.views.row.LockRow;
import dev.slipway.wire.LockPage;
import dev.slipway.wire.LockRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** What people lock. */
public final class Locks {

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
            page.rows().stream().map(row -> Guardrails.lock(row, shown)).toList(),
            page.total(),
            Reading.next(page)));
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
