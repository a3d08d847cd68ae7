package dev.slipway.wire;

import java.util.Optional;

/**
 * What deploying a commit would change.
 *
 * @param from the delivery in force; absent before the first
 * @param to the commit that is meant; absent where the words mean none
 * @param because why they mean none
 * @param brings the commits that {@code to} has and {@code from} has not
 * @param takesBack the commits that {@code from} has and {@code to} has not
 */
public record DeployPreview(
    Optional<Compared> from,
    Optional<Meaning> to,
    Optional<Reason> because,
    CommitList brings,
    CommitList takesBack) {}
