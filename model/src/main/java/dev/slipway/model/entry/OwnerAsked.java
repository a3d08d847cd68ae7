package dev.slipway.model.entry;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.GroupName;
import dev.slipway.model.ResourceName;
import dev.slipway.model.ResourceVersion;

/**
 * The owner of a resource is asked for a version, for something waits for it; once for each version
 * and environment, whatever else comes to wait for the same.
 *
 * @param delivery the first that waits for it
 */
public record OwnerAsked(
    ResourceName resource, ResourceVersion wanted, GroupName owner, DeliveryId delivery)
    implements Entry {}
