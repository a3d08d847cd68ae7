package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * What one guardrail said last of a delivery.
 *
 * @param name its kind, and which of its kind, such as `lock`
 * @param policy by what it judged: a lock's id, or a document and its revision
 */
public record Guardrail(
    String name,
    GuardrailVerdict verdict,
    Reason because,
    Optional<String> policy,
    Instant since) {}
