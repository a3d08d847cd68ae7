package dev.slipway.model.notification;

import dev.slipway.model.Digest;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import java.util.Optional;

/**
 * What a change brings to a placement.
 *
 * @param sha the commit
 * @param repository where it lies
 * @param artifact what is delivered of it; absent where nothing is to run there any more
 * @param base the number of the delivery in whose place it comes; absent for the first, and while
 *     there is no delivery
 */
public record Cargo(
    Sha sha, RepositoryUrl repository, Optional<Digest> artifact, Optional<Integer> base) {}
