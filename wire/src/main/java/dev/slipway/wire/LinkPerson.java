package dev.slipway.wire;

import java.util.Optional;

/** What else stands for a person; exactly one of them. */
public record LinkPerson(Optional<String> email, Optional<String> token) {}
