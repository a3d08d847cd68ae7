package dev.slipway.outlet.cdevents;

import dev.slipway.model.Reason;
import java.util.Optional;

/** What CDEvents, or we in its manner, have a type for. */
sealed interface CdEvent {

  /** The type of the event, with the version of its schema. */
  String type();

  /** A rollout waits in a queue, runs, or ended. */
  record Run(Stage stage, Optional<Reason> because) implements CdEvent {

    /** How far it is. */
    enum Stage {
      QUEUED,
      STARTED,
      SUCCEEDED,
      FAILED,
      CANCELLED
    }

    @Override
    public String type() {
      return switch (stage) {
        case QUEUED -> "dev.cdevents.pipelinerun.queued.0.3.0";
        case STARTED -> "dev.cdevents.pipelinerun.started.0.3.0";
        case SUCCEEDED, FAILED, CANCELLED -> "dev.cdevents.pipelinerun.finished.0.3.0";
      };
    }

    /** How it ended, where it did. */
    Optional<String> outcome() {
      return switch (stage) {
        case QUEUED, STARTED -> Optional.empty();
        case SUCCEEDED -> Optional.of("success");
        case FAILED -> Optional.of("failure");
        case CANCELLED -> Optional.of("cancel");
      };
    }
  }

  /**
   * An application is in an environment as it was not before.
   *
   * @param artifact its package URL
   */
  record Served(How how, String artifact) implements CdEvent {

    /** What it was before. */
    enum How {
      DEPLOYED,
      UPGRADED,
      ROLLED_BACK
    }

    @Override
    public String type() {
      return switch (how) {
        case DEPLOYED -> "dev.cdevents.service.deployed.0.3.0";
        case UPGRADED -> "dev.cdevents.service.upgraded.0.3.0";
        case ROLLED_BACK -> "dev.cdevents.service.rolledback.0.3.0";
      };
    }
  }

  /** An application is in an environment no more. */
  record Removed() implements CdEvent {

    @Override
    public String type() {
      return "dev.cdevents.service.removed.0.3.0";
    }
  }

  /** What CDEvents 0.5.1 has no type for; it lets tools have types of their own. */
  record Own(What what, Optional<Reason> because) implements CdEvent {

    /** What it is. */
    enum What {
      APPROVAL_REQUESTED,
      GUARDRAIL_BYPASSED,
      ROLLOUT_STUCK,
      NOTIFICATION_TESTED
    }

    @Override
    public String type() {
      return switch (what) {
        case APPROVAL_REQUESTED -> "dev.cdeventsx.slipway-approval.requested.0.1.0";
        case GUARDRAIL_BYPASSED -> "dev.cdeventsx.slipway-guardrail.bypassed.0.1.0";
        case ROLLOUT_STUCK -> "dev.cdeventsx.slipway-rollout.stuck.0.1.0";
        case NOTIFICATION_TESTED -> "dev.cdeventsx.slipway-notification.tested.0.1.0";
      };
    }
  }
}
