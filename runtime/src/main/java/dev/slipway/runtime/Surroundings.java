package dev.slipway.runtime;

import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.state.Release;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The environment variables that a child process gets: a few that programs need to work at all, and
 * what its release declares. The agent's own variables, which may hold secrets, stay with the
 * agent.
 *
 * @param secrets finds what a release refers to
 */
public record Surroundings(Map<String, String> kept, SecretValues secrets) {

  private static final Set<String> NEEDED =
      Set.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TMPDIR");

  public Surroundings {
    kept = Map.copyOf(kept);
    if (!NEEDED.containsAll(kept.keySet())) {
      throw new IllegalArgumentException("Only " + NEEDED + " may be kept.");
    }
  }

  /** Keeps what is needed of the agent's own environment. */
  public static Surroundings of(Map<String, String> environment) {
    SortedMap<String, String> kept = new TreeMap<>(environment);
    kept.keySet().retainAll(NEEDED);
    return new Surroundings(kept, SecretValues.NONE);
  }

  /** The same, where these secrets can be had. */
  public Surroundings with(SecretValues values) {
    return new Surroundings(kept, values);
  }

  /** What a release declares, with the secrets that it refers to. */
  public Map<String, String> declared(Release release) throws SecretMissing {
    SortedMap<String, String> declared = new TreeMap<>(release.variables());
    if (release.secrets().isPresent()) {
      for (Map.Entry<String, SecretReference> secret : release.secrets().get().entrySet()) {
        declared.put(secret.getKey(), secrets.of(secret.getValue()));
      }
    }
    return declared;
  }

  /** Makes {@code environment} hold exactly what is kept and what is declared. */
  public void putInto(Map<String, String> environment, Map<String, String> declared) {
    environment.clear();
    environment.putAll(kept);
    environment.putAll(declared);
  }
}
