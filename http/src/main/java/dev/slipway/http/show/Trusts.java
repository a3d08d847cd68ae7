package dev.slipway.http.show;

import dev.slipway.loop.door.Trusts.Given;
import dev.slipway.model.ActorId;
import dev.slipway.model.trust.Issuer;
import dev.slipway.model.trust.Trust;
import dev.slipway.wire.CreateTrust;
import dev.slipway.wire.TrustKind;
import java.time.Duration;

/** On which terms runs of CI systems are let in. */
public final class Trusts {

  private Trusts() {}

  /**
   * The terms that were asked for.
   *
   * @throws dev.slipway.model.InvalidValue when they cannot be such
   */
  public static Trust terms(CreateTrust asked, ActorId id) {
    Trust.Kind kind = Trust.Kind.valueOf(asked.kind().orElse(TrustKind.GITHUB).name());
    return new Trust(
        kind,
        asked.issuer().map(Issuer::new).orElseGet(kind::usualIssuer),
        asked.audience().orElseGet(() -> "slipway:" + id),
        asked.repository(),
        asked.refs(),
        asked.events().orElseGet(kind::usualEvents),
        asked.environment(),
        asked.workflow(),
        Grants.role(asked.role()),
        Grants.scope(asked.scope()),
        asked.minutes().map(Duration::ofMinutes).orElse(Trust.LASTS_USUALLY));
  }

  public static dev.slipway.wire.Trust shown(Given given) {
    Trust terms = given.terms();
    return new dev.slipway.wire.Trust(
        given.id().value(),
        given.name(),
        TrustKind.valueOf(terms.kind().name()),
        terms.issuer().value(),
        terms.audience(),
        terms.repository(),
        terms.refs(),
        terms.events(),
        terms.environment(),
        terms.workflow(),
        Grants.role(terms.role()),
        Grants.scope(terms.scope()),
        Math.toIntExact(terms.lasts().toMinutes()));
  }
}
