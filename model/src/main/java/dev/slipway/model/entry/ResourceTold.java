package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.ResourceName;
import dev.slipway.model.ResourceVersion;
import java.util.Optional;

/**
 * Somebody says at which version a resource is.
 *
 * @param environment where; absent means everywhere, whatever was said of single environments
 */
public record ResourceTold(
    ResourceName resource,
    Optional<EnvironmentName> environment,
    ResourceVersion version,
    ActorId by)
    implements Entry {}
