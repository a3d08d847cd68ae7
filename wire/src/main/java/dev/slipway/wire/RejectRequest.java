package dev.slipway.wire;

import java.util.Optional;

/**
 * What is rejected, and why.
 *
 * @param hash of the delivery as it was looked at
 * @param reason 1 to 300 characters
 */
public record RejectRequest(String hash, Optional<String> reason) {}
