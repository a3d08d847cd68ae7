package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.Settings;
import dev.slipway.http.gate.Pace;
import dev.slipway.http.show.Grants;
import dev.slipway.http.show.Shown;
import dev.slipway.http.show.Trusts;
import dev.slipway.loop.door.Administration.Made;
import dev.slipway.loop.door.Trusts.Exchanged;
import dev.slipway.loop.door.Trusts.Given;
import dev.slipway.model.ActorId;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.TrustWish;
import dev.slipway.model.trust.Trust;
import dev.slipway.wire.CreateTrust;
import dev.slipway.wire.ExchangeToken;
import dev.slipway.wire.TokenExchanged;
import dev.slipway.wire.TrustPage;
import java.util.List;
import java.util.Optional;

/** Whose runs are let in on another's word, and the door at which they show it. */
public final class TrustDoor {

  private static final int NAME_LENGTH_MAX = 80;
  private static final int PER_SECOND = 5;
  private static final int BURST = 50;

  private final Doors doors;
  private final Wishes wishes;
  private final Pace pace;

  public TrustDoor(Doors doors, Settings settings) {
    this.doors = doors;
    wishes = new Wishes(doors);
    pace = new Pace(PER_SECOND, BURST, settings.clock());
  }

  public Answer list(Call call) {
    return switch (doors.trusts().list(call.organisation(), call.actor())) {
      case Made.Done<List<Given>> done ->
          Answer.ok(
              new TrustPage(
                  done.value().stream().map(Trusts::shown).toList(),
                  done.value().size(),
                  Optional.empty()));
      case Made.Refused<List<Given>> refused ->
          throw Refusal.of(403, said(call, refused.because()));
      case Made.Unknown<List<Given>> _ -> throw Refusal.notFound();
    };
  }

  public Answer give(Call call) {
    CreateTrust asked = call.json(CreateTrust.class);
    if (asked.name().isBlank()
        || asked.name().length() > NAME_LENGTH_MAX
        || asked.name().chars().anyMatch(Character::isISOControl)) {
      throw Refusal.badRequest("invalid-name", "A name has 1 to 80 characters.");
    }
    Trust _ = Applications.valid(() -> Trusts.terms(asked, ActorId.STRANGER));
    return new Answer.Later(
        doors
            .trusts()
            .give(
                call.organisation(),
                call.actor(),
                call.idempotencyKey(),
                asked.name(),
                id -> Trusts.terms(asked, id))
            .thenApplyAsync(
                made ->
                    switch (made) {
                      case Made.Done<Given> done -> Answer.status(201, Trusts.shown(done.value()));
                      case Made.Refused<Given> refused ->
                          throw Refusal.of(
                              Wishes.status(refused.because()), said(call, refused.because()));
                      case Made.Unknown<Given> _ -> throw Refusal.notFound();
                    },
                doors.answering()));
  }

  private Reason said(Call call, Reason because) {
    return Shown.to(call.organisation(), doors.credentials()).said(because);
  }

  public Answer withdraw(Call call) {
    ActorId trust = call.path("trust", ActorId::new);
    return wishes.carry(
        call,
        new Command.Trusts(new TrustWish.Withdraw(trust)),
        carried -> {
          doors.trusts().withdrawn(call.organisation(), trust);
          return Answer.ok(wishes.shown(call, carried));
        });
  }

  /** Nobody is known here yet, so each address may come only so often. */
  public Answer exchange(Call call) {
    call.paced(pace);
    ExchangeToken shown = call.json(ExchangeToken.class);
    return new Answer.Later(
        doors
            .trusts()
            .exchange(id(shown.trust()), shown.token())
            .thenApplyAsync(
                exchanged ->
                    switch (exchanged) {
                      case Exchanged.Done done -> Answer.status(201, answer(done));
                      case Exchanged.Refused refused -> throw Refusal.of(401, refused.because());
                      case Exchanged.Unavailable unavailable ->
                          throw Refusal.of(503, unavailable.because());
                    },
                doors.answering()));
  }

  private static ActorId id(String trust) {
    try {
      return new ActorId(trust);
    } catch (InvalidValue _) {
      throw Refusal.badRequest("invalid-trust", "This is no id of a trust.");
    }
  }

  private static TokenExchanged answer(Exchanged.Done done) {
    return new TokenExchanged(
        done.token().value(),
        done.name(),
        Grants.role(done.terms().role()),
        Grants.scope(done.terms().scope()),
        done.secret(),
        done.until());
  }
}
