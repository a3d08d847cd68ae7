package dev.slipway.registry;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What whoever asks allows. Nothing in it comes from a registry.
 *
 * @param logins for each registry by its host, with its port if it has one of its own
 * @param realms the one other host that may hand out tokens for a registry, by the registry's host
 * @param plain hosts that are spoken to without TLS
 */
public record Access(Map<String, Login> logins, Map<String, String> realms, Set<String> plain) {

  public static final Access ANONYMOUS = new Access(Map.of(), Map.of(), Set.of());

  public Access {
    logins = Map.copyOf(logins);
    realms = Map.copyOf(realms);
    plain = Set.copyOf(plain);
  }

  Optional<Login> login(String host) {
    return Optional.ofNullable(logins.get(host));
  }

  String root(String host) {
    return (plain.contains(host) ? "http://" : "https://") + host;
  }

  /**
   * Whether a registry may name this address as the one that hands out its tokens: on its own host,
   * or on the one that was listed for it, and without TLS only where that was allowed too.
   */
  boolean mayHandOutTokens(String registry, URI realm) {
    String at = realm.getRawAuthority() == null ? "" : realm.getRawAuthority();
    boolean known = at.equals(registry) || at.equals(realms.get(registry));
    String scheme = realm.getScheme() == null ? "" : realm.getScheme().toLowerCase(Locale.ROOT);
    return known && scheme.equals(plain.contains(at) ? "http" : "https");
  }
}
