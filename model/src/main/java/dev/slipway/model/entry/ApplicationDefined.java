package dev.slipway.model.entry;

import dev.slipway.model.RefName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import java.util.Optional;

/**
 * An application has this definition from now on.
 *
 * @param branch the branch whose commits redefine it; absent when the definition was applied and no
 *     commit changes it
 * @param path where in its repository the definition lies
 */
public record ApplicationDefined(
    ApplicationDefinition definition, Origin origin, Optional<RefName> branch, String path)
    implements Entry {}
