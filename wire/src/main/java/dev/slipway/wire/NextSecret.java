package dev.slipway.wire;

import java.util.Optional;

/**
 * What the next version of a secret has to be sealed as.
 *
 * @param key the environment's X25519 key: 32 raw bytes, standard Base64; absent until one of its
 *     agents, which are asked to, made one
 */
public record NextSecret(
    String organisation, String environment, String secret, int version, Optional<String> key) {}
