package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.GroupName;

/** A person belongs to a group no longer. */
public record MemberRemoved(GroupName group, ActorId person, ActorId by) implements Entry {}
