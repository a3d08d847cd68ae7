package dev.slipway.views.row;

import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Position;
import dev.slipway.model.Scope;
import dev.slipway.model.SecretName;
import dev.slipway.views.Orders;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A version of a secret that was sealed; of its value nothing is known here.
 *
 * @param by who set it
 * @param newest whether none came after it
 * @param removed who removed it and when, if it was removed
 */
public record SecretRow(
    EnvironmentName environment,
    SecretName secret,
    int version,
    ActorId by,
    Position position,
    Instant at,
    boolean newest,
    Optional<Removed> removed)
    implements Row {

  /** That it is given to no agent any more. */
  public record Removed(ActorId by, Instant at) {}

  /** The same, after which another one came. */
  public SecretRow past() {
    return new SecretRow(environment, secret, version, by, position, at, false, removed);
  }

  /** The same, removed. */
  public SecretRow removed(ActorId who, Instant when) {
    return new SecretRow(
        environment,
        secret,
        version,
        by,
        position,
        at,
        newest,
        Optional.of(new Removed(who, when)));
  }

  @Override
  public String key() {
    return key(environment, secret, version);
  }

  /** The key of a version. */
  public static String key(EnvironmentName environment, SecretName secret, int version) {
    return environment + "/" + secret + "@" + version;
  }

  @Override
  public String order() {
    return Orders.of(position);
  }

  @Override
  public Map<String, String> columns() {
    return Map.of(
        "environment",
        environment.value(),
        "secret",
        secret.value(),
        "newest",
        Boolean.toString(newest));
  }

  @Override
  public Scope scope() {
    return new Scope.OfEnvironment(environment);
  }
}
