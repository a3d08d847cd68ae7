package dev.slipway.views.row;

import dev.slipway.model.ActorId;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.views.Row;
import java.time.Instant;

/** A token with its role; neither its name nor its secret. */
public record TokenRow(ActorId token, Role role, Scope reach, Instant at, boolean revoked)
    implements Row {

  public TokenRow end() {
    return new TokenRow(token, role, reach, at, true);
  }

  @Override
  public String key() {
    return token.value();
  }

  @Override
  public Scope scope() {
    return new Scope.Everything();
  }
}
