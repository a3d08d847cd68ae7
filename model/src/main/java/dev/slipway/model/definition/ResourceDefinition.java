package dev.slipway.model.definition;

import dev.slipway.model.GroupName;
import dev.slipway.model.Remark;
import dev.slipway.model.ResourceName;
import java.util.Optional;

/**
 * Something outside of Slipway that has a version and that deliveries depend on: a database's
 * schema, a topic's format, what another team offers.
 *
 * @param owner the people who see to it, who are asked where something waits for it
 */
public record ResourceDefinition(
    ResourceName name, GroupName owner, Optional<Remark> description) {}
