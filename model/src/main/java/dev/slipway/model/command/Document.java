package dev.slipway.model.command;

import dev.slipway.model.Digest;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.EnvironmentGroupDefinition;
import dev.slipway.model.definition.LabelledTarget;
import dev.slipway.model.definition.ResourceDefinition;
import dev.slipway.model.definition.TargetDefinition;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.OwnerDefinition;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.notification.NotificationDefinition;

/** One compiled document with the digest of the bytes it was compiled from. */
public sealed interface Document {
  Digest digest();

  record OfApplication(ApplicationDefinition definition, Digest digest) implements Document {}

  record OfEnvironment(EnvironmentDefinition definition, Digest digest) implements Document {}

  record OfEnvironmentGroup(EnvironmentGroupDefinition definition, Digest digest)
      implements Document {}

  record OfLabelledTarget(LabelledTarget definition, Digest digest) implements Document {}

  record OfTarget(TargetDefinition definition, Digest digest) implements Document {}

  record OfResource(ResourceDefinition definition, Digest digest) implements Document {}

  record OfOverlay(OverlayDefinition definition, Digest digest) implements Document {}

  record OfPolicy(PolicyDefinition definition, Digest digest) implements Document {}

  record OfNotification(NotificationDefinition definition, Digest digest) implements Document {}

  record OfOwner(OwnerDefinition definition, Digest digest) implements Document {}
}
