package dev.slipway.views.row;

import dev.slipway.model.ActorId;
import dev.slipway.model.Remark;
import dev.slipway.model.guardrail.GuardrailName;
import java.time.Instant;

/** A guardrail that a delivery goes past, who lets it, why and since when. */
public record BypassRow(GuardrailName guardrail, Remark because, ActorId by, Instant at) {}
