package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.observation.Report;

/** An agent reported on its slot. */
public record ReportReceived(ActorId agent, Report report) implements Entry {}
