package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.RefName;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import java.time.Instant;

/**
 * A run of a CI system acts for a while, for its token was judged to be what the trust asks for.
 *
 * @param token who acts: a digest of issuer and id of the token that was shown
 * @param until when it acts no more, by itself
 * @param remembered until when the same token is known to have been shown
 * @param number of the run
 */
public record TokenExchanged(
    ActorId token,
    ActorId trust,
    Role role,
    Scope scope,
    Instant until,
    Instant remembered,
    RefName ref,
    String number)
    implements Entry {}
