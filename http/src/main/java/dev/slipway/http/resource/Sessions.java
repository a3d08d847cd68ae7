package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.gate.Gate;
import dev.slipway.http.show.Grants;
import dev.slipway.loop.door.Credentials.Holder;
import dev.slipway.loop.door.Credentials.Session;
import dev.slipway.views.Tables;
import dev.slipway.wire.Actor;
import dev.slipway.wire.OpenSession;
import dev.slipway.wire.Whoami;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Browsers' sessions, and who the caller is. */
public final class Sessions {

  private static final int SECRET_LENGTH_MAX = 256;

  private final Doors doors;
  private final InstantSource clock;

  public Sessions(Doors doors, InstantSource clock) {
    this.doors = doors;
    this.clock = clock;
  }

  public Answer whoami(Call call) {
    return Answer.ok(whoami(call.holder()));
  }

  private Whoami whoami(Holder holder) {
    return new Whoami(
        new Actor(holder.actor().value(), holder.name()),
        holder.organisation().value(),
        doors
            .tables()
            .find(holder.organisation(), Tables.TOKENS, holder.actor().value())
            .filter(token -> !token.revoked())
            .stream()
            .map(Grants::grant)
            .toList());
  }

  public Answer open(Call call) {
    String secret = call.json(OpenSession.class).secret();
    if (secret.length() > SECRET_LENGTH_MAX) {
      throw Refusal.unauthorized();
    }
    Session session = doors.credentials().logIn(secret).orElseThrow(Refusal::unauthorized);
    long seconds = Duration.between(clock.instant(), session.expiresAt()).toSeconds();
    return new Answer.Json(
        200,
        whoami(session.holder()),
        Map.of("Set-Cookie", cookie(session.secret(), seconds, call.isSecure())));
  }

  public Answer close(Call call) {
    call.session().ifPresent(doors.credentials()::logOut);
    return new Answer.Empty(204, Map.of("Set-Cookie", cookie("", 0, call.isSecure())));
  }

  private static String cookie(String value, long seconds, boolean secure) {
    return Gate.SESSION_COOKIE
        + "="
        + value
        + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
        + seconds
        + (secure ? "; Secure" : "");
  }
}
