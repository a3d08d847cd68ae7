package dev.slipway.model.need;

import dev.slipway.model.RefName;
import dev.slipway.model.Sha;
import java.util.Optional;

/** A ref and where it points; an absent commit means that the ref is gone. */
public record Head(RefName ref, Optional<Sha> sha) {}
