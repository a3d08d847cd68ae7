package dev.slipway.wire.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /agent/v1/secrets}: what an agent has of the key that its environment's secrets are
 * sealed to, and which secrets it lacks. Keys are the public halves of X25519 pairs, 32 raw bytes
 * in standard Base64; no private half is ever sent but wrapped for one other agent.
 *
 * @param holds the key that it has
 * @param offers one that it made, in case the environment has none
 * @param wrapped the key, wrapped for agents that lack it
 * @param wanted secrets that it has to open
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SecretsRequest(
    Optional<String> holds,
    Optional<String> offers,
    List<WrappedKey> wrapped,
    List<WantedSecret> wanted) {

  public SecretsRequest {
    wrapped = Lists.orEmpty(wrapped);
    wanted = Lists.orEmpty(wanted);
  }
}
