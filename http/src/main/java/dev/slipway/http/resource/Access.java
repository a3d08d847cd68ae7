package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.gate.Strangers;
import dev.slipway.http.show.Grants;
import dev.slipway.http.show.Shown;
import dev.slipway.loop.door.Administration.Hook;
import dev.slipway.loop.door.Administration.Made;
import dev.slipway.loop.door.Administration.NewHook;
import dev.slipway.loop.door.Administration.NewToken;
import dev.slipway.model.ActorId;
import dev.slipway.model.command.Command;
import dev.slipway.views.Page;
import dev.slipway.views.Tables;
import dev.slipway.views.row.TokenRow;
import dev.slipway.wire.CreateHook;
import dev.slipway.wire.CreateToken;
import dev.slipway.wire.HookCreated;
import dev.slipway.wire.HookPage;
import dev.slipway.wire.TokenCreated;
import dev.slipway.wire.TokenPage;
import dev.slipway.wire.TurnedAway;
import java.util.List;
import java.util.Optional;

/** Tokens, and the addresses of those who send. */
public final class Access {

  private static final int NAME_LENGTH_MAX = 80;

  private final Doors doors;
  private final Wishes wishes;
  private final Strangers strangers;

  public Access(Doors doors, Strangers strangers) {
    this.doors = doors;
    this.strangers = strangers;
    wishes = new Wishes(doors);
  }

  public Answer tokens(Call call) {
    refuseOthers(call);
    Reading reading = new Reading(doors, call);
    Page<TokenRow> page = reading.list(Tables.TOKENS, reading.asked());
    Shown shown = reading.shown();
    return Answer.ok(
        new TokenPage(
            page.rows().stream().map(row -> Grants.token(row, shown)).toList(),
            page.total(),
            Reading.next(page)));
  }

  private void refuseOthers(Call call) {
    doors
        .administration()
        .refusalToAdminister(call.organisation(), call.actor())
        .ifPresent(because -> {
          throw Refusal.of(403, Shown.to(call.organisation(), doors.credentials()).said(because));
        });
  }

  public Answer createToken(Call call) {
    CreateToken asked = call.json(CreateToken.class);
    if (asked.name().isBlank()
        || asked.name().length() > NAME_LENGTH_MAX
        || asked.name().chars().anyMatch(Character::isISOControl)) {
      throw Refusal.badRequest("invalid-name", "A name has 1 to 80 characters.");
    }
    var scope = Applications.valid(() -> Grants.scope(asked.scope()));
    return new Answer.Later(
        doors
            .administration()
            .issue(
                call.organisation(),
                call.actor(),
                call.idempotencyKey(),
                asked.name(),
                Grants.role(asked.role()),
                scope)
            .thenApplyAsync(
                made ->
                    switch (made) {
                      case Made.Done<NewToken> done ->
                          Answer.status(
                              201,
                              new TokenCreated(
                                  Grants.token(done.value(), asked), done.value().secret()));
                      case Made.Refused<NewToken> refused ->
                          throw Refusal.of(Wishes.status(refused.because()), refused.because());
                      case Made.Unknown<NewToken> unknown -> throw Refusal.notFound();
                    },
                doors.answering()));
  }

  public Answer revokeToken(Call call) {
    ActorId token = call.path("token", ActorId::new);
    return wishes.carry(
        call,
        new Command.RevokeToken(token),
        carried -> {
          doors.administration().withdraw(call.organisation(), token);
          return Answer.ok(wishes.shown(call, carried));
        });
  }

  public Answer hooks(Call call) {
    return switch (doors.administration().hooks(call.organisation(), call.actor())) {
      case Made.Done<List<Hook>> done ->
          Answer.ok(
              new HookPage(
                  done.value().stream().map(this::hook).toList(),
                  done.value().size(),
                  Optional.empty()));
      case Made.Refused<List<Hook>> refused -> throw Refusal.of(403, refused.because());
      case Made.Unknown<List<Hook>> unknown -> throw Refusal.notFound();
    };
  }

  private dev.slipway.wire.Hook hook(Hook hook) {
    return new dev.slipway.wire.Hook(
        hook.id(),
        Grants.kind(hook.kind()),
        "/hooks/" + hook.kind() + "/" + hook.id(),
        strangers
            .atHook(hook.id())
            .map(them -> new TurnedAway(them.times(), them.last(), them.code())));
  }

  public Answer openHook(Call call) {
    CreateHook asked = call.json(CreateHook.class);
    return switch (doors
        .administration()
        .openHook(call.organisation(), call.actor(), Grants.kind(asked.kind()))) {
      case Made.Done<NewHook> done ->
          Answer.status(201, new HookCreated(hook(done.value().hook()), done.value().secret()));
      case Made.Refused<NewHook> refused -> throw Refusal.of(403, refused.because());
      case Made.Unknown<NewHook> unknown -> throw Refusal.notFound();
    };
  }

  public Answer closeHook(Call call) {
    String id = call.path("hook", name -> new ActorId(name).value());
    return switch (doors.administration().closeHook(call.organisation(), call.actor(), id)) {
      case Made.Done<Hook> done -> Answer.nothing();
      case Made.Refused<Hook> refused -> throw Refusal.of(403, refused.because());
      case Made.Unknown<Hook> unknown -> throw Refusal.notFound();
    };
  }
}
