package dev.slipway.wire;

import java.util.Optional;

/**
 * Where something is said of a value.
 *
 * @param document such as `application/shop`; absent where nobody says anything
 * @param revision the number of an overlay's revision, from 1
 * @param origin the revision of the document
 * @param line in the document's file, from 1
 * @param within the part of the document, such as `environments.production`
 * @param owner who answers for it
 */
public record ValueSource(
    SourceKind kind,
    Optional<String> document,
    Optional<Integer> revision,
    Optional<Origin> origin,
    Optional<Integer> line,
    Optional<String> within,
    String owner) {}
