package dev.slipway.wire.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * What an agent is told of keys and secrets.
 *
 * @param key the environment's; absent while it has none
 * @param handed the key, wrapped for this agent
 * @param newcomers the root's certificates of agents of the same environment that lack the key
 * @param sealed what was wanted, as far as it is there
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SecretsResponse(
    Optional<String> key,
    Optional<HandedKey> handed,
    List<String> newcomers,
    List<SealedSecret> sealed) {

  public SecretsResponse {
    newcomers = Lists.orEmpty(newcomers);
    sealed = Lists.orEmpty(sealed);
  }
}
