package dev.slipway.wire;

import java.util.Optional;

/** How it is to go on. */
public record ResumeRequest(Optional<String> fixedBy) {}
