package dev.slipway.wire;

import java.util.Optional;

/**
 * Whether what is in force at a placement holds a commit.
 *
 * @param commit what the words meant; absent where the repository holds no such commit
 * @param inForce absent while nothing is
 * @param external what another tool brought, where Slipway has nothing in force
 * @param takenBackBy the commit that takes it back
 */
public record Inclusion(
    Relation relation,
    Optional<String> commit,
    Optional<Compared> inForce,
    Optional<ExternalDeployment> external,
    Optional<String> takenBackBy,
    Reason because) {}
