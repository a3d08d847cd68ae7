package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Sha;
import dev.slipway.model.guardrail.Check;

/** Somebody says what a check of a commit of an application came to. */
public record CheckReported(ApplicationName application, Sha sha, Check check, ActorId by)
    implements Entry {}
