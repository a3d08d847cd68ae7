package dev.slipway.wire;

import java.util.Optional;

/** How far a role reaches; neither means everything. */
public record ScopeRef(Optional<String> application, Optional<String> environment) {}
