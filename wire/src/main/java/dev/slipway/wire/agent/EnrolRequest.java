package dev.slipway.wire.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * {@code POST /agent/v1/enrol}: asks to be let in, on the word of a single-use token.
 *
 * @param joinToken the secret that whoever owns the target handed over
 * @param publicKey the agent's Ed25519 key: 32 raw bytes, standard Base64 with padding
 * @param environment the environment that the agent is meant for, if that was said; a token for
 *     another one is refused then
 * @param target as {@code environment}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EnrolRequest(
    String joinToken, String publicKey, Optional<String> environment, Optional<String> target) {}
