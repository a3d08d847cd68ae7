package dev.slipway.model.state;

import dev.slipway.model.RefName;
import dev.slipway.model.Sha;
import java.util.Optional;

/** What a shipment brings: a commit, the ref it was seen at, and its archive. */
public record Change(Sha sha, Optional<RefName> ref, Artifact artifact) {}
