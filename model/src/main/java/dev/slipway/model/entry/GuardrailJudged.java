package dev.slipway.model.entry;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.PolicyRevision;
import java.util.Optional;

/**
 * A guardrail says of a delivery something else than before.
 *
 * @param policy by what it was judged; absent where nothing asks for it any more
 */
public record GuardrailJudged(
    DeliveryId delivery,
    GuardrailName guardrail,
    GuardrailVerdict verdict,
    Reason because,
    Optional<PolicyRevision> policy)
    implements Entry {}
