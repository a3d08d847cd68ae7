package dev.slipway.wire;

/**
 * What a guardrail says of a start that is only thought of.
 *
 * @param name its kind, and which of its kind, such as `lock`
 */
public record PreviewVerdict(String name, GuardrailVerdict verdict, Reason because) {}
