package dev.slipway.model.definition;

import dev.slipway.model.Role;
import java.time.Duration;

/**
 * People have to approve a delivery before it starts.
 *
 * @param of how many, 1 or more
 * @param role the least role whose word counts
 * @param selfAllowed whether the word of an author of the change, or of whoever asked for it,
 *     counts
 * @param expires how long an approval counts
 */
public record ApprovalPolicy(int of, Role role, boolean selfAllowed, Duration expires) {}
