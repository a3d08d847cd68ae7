package dev.slipway.wire;

import java.util.Optional;

/**
 * At which version a resource is.
 *
 * @param environment where; absent means everywhere, whatever was said before
 */
public record ResourceRequest(String version, Optional<String> environment) {}
