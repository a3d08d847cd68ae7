package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * Which runs of a CI system may act, and as what.
 *
 * @param name 1 to 80 characters, for people
 * @param issuer who signs; absent means that of github.com or gitlab.com
 * @param audience for whom the tokens are made out; absent means one that names this trust
 * @param repository the number that the CI system gave it
 * @param refs full refs or patterns of them
 * @param events what may have started a run; absent means what nobody can start who may not write
 * @param environment the CI system's own
 * @param workflow the file that a run comes from
 * @param minutes how long a token counts, 1 to 60; absent means 15
 */
public record CreateTrust(
    String name,
    Optional<TrustKind> kind,
    Optional<String> issuer,
    Optional<String> audience,
    String repository,
    List<String> refs,
    Optional<List<String>> events,
    Optional<String> environment,
    Optional<String> workflow,
    Role role,
    Optional<ScopeRef> scope,
    Optional<Integer> minutes) {
  public CreateTrust {
    refs = List.copyOf(refs);
    events = events.map(List::copyOf);
  }
}
