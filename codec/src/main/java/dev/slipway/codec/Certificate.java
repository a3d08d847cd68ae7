package dev.slipway.codec;

import dev.slipway.model.KeyId;
import dev.slipway.model.PublicKey;
import dev.slipway.model.entry.KeyCertified;

/** The root's word that a key may sign for one purpose. */
public record Certificate(KeyId key, PublicKey publicKey, KeyCertified.Purpose purpose) {}
