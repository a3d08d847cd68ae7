package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.GroupName;

/** A person belongs to a group from now on. */
public record MemberAdded(GroupName group, ActorId person, ActorId by) implements Entry {}
