package dev.slipway.views.projection;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.SecretWish;
import java.util.Optional;
import java.util.stream.Collectors;

/** Each wish in one sentence for people, as {@link Sentences} does with entries. Stateless. */
final class CommandSentences {

  private CommandSentences() {}

  static String of(Command command) {
    return switch (command) {
      case Command.Deploy it ->
          "Deploying "
              + it.revision().orElse("the default branch")
              + " of "
              + it.application()
              + " to "
              + it.environment()
              + " was asked for"
              + it.at().map(at -> " for " + at).orElse("")
              + confirmed(it.confirmed());
      case Command.AddApplication it ->
          "Adding the application in " + it.repository() + " was asked for.";
      case Command.RemoveApplication it -> "Removing " + it.application() + " was asked for.";
      case Command.StopRemoved it ->
          "Ending what runs of " + it.placement() + " was asked for" + confirmed(it.confirmed());
      case Command.Apply it when it.documents().size() == 1 ->
          "Applying one document was asked for.";
      case Command.Apply it -> "Applying " + it.documents().size() + " documents was asked for.";
      case Command.Settle it ->
          "Settling " + it.delivery() + " at " + it.target() + " was asked for.";
      case Command.Cancel it -> "Cancelling " + it.delivery() + " was asked for.";
      case Command.Continue it -> "Going on with " + it.delivery() + " was asked for.";
      case Command.Exclude it ->
          "Going on with " + it.delivery() + " without " + it.target() + " was asked for.";
      case Command.CancelShipment _ -> "Cancelling a shipment was asked for.";
      case Command.Approve it -> "Approving " + it.delivery() + " was asked for.";
      case Command.Reject it -> "Rejecting " + it.delivery() + " was asked for.";
      case Command.ReportCheck it ->
          "Check " + it.name() + " of " + Sentences.brief(it.sha()) + " was reported.";
      case Command.RecordExternal it ->
          "A deployment by " + it.report().run().tool() + " was told of.";
      case Command.SetLock it -> "A lock on " + Sentences.scope(it.scope()) + " was asked for.";
      case Command.ReleaseLock it -> "The end of the lock " + it.lock() + " was asked for.";
      case Command.MoveQueued it ->
          "Another place in the queue of " + it.placement() + " was asked for.";
      case Command.RemoveQueued it ->
          "Taking a shipment out of the queue of " + it.placement() + " was asked for.";
      case Command.Ship it ->
          "Delivering %s as one was asked for."
              .formatted(
                  it.cargo().stream()
                      .map(one -> one.application().value())
                      .collect(Collectors.joining(", ")));
      case Command.CancelSet it -> "Cancelling %s was asked for.".formatted(it.set());
      case Command.RollbackSet it -> "Taking back %s was asked for.".formatted(it.set());
      case Command.PassFailure it ->
          "Going on without anything in the place of " + it.delivery() + " was asked for.";
      case Command.Bypass it ->
          "Letting %s go past its guardrail %s was asked for."
              .formatted(it.delivery(), it.guardrail());
      case Command.PassLimit it -> "Letting " + it.delivery() + " pass the limit was asked for.";
      case Command.Pause it -> "Pausing " + it.placement() + " was asked for.";
      case Command.Resume it -> "Resuming " + it.placement() + " was asked for.";
      case Command.Rollback it ->
          "Rolling back "
              + it.placement()
              + it.to().map(number -> " to #" + number).orElse("")
              + " was asked for"
              + confirmed(it.confirmed());
      case Command.TellResource it ->
          "That " + it.resource() + " is at " + it.version() + " was said.";
      case Command.Secrets it -> of(it.wish());
      case Command.IssueToken it -> "A token was asked for.";
      case Command.Trusts it -> TrustSentences.of(it.wish());
      case Command.RevokeToken it -> "The end of a token was asked for.";
      case Command.RevertOverlay it ->
          "The overlay " + it.overlay() + " was asked to be again what it was.";
      case Command.RevertPolicy it ->
          "The policy " + it.policy() + " was asked to be again what it was.";
      case Command.Campaigns it -> CampaignSentences.of(it.wish());
      case Command.RemoveNotification it ->
          "That " + it.notification() + " is told no more was asked for.";
      case Command.AddMember it -> "A member for the group " + it.group() + " was asked for.";
      case Command.RemoveMember it ->
          "Taking somebody out of the group " + it.group() + " was asked for.";
      case Command.EnrolAgent it -> "An agent asked to be let in at " + it.target() + ".";
      case Command.PauseTarget it -> "Pausing " + it.target() + " was asked for.";
      case Command.ResumeTarget it -> "Resuming " + it.target() + " was asked for.";
      case Command.RemoveTarget it -> "Removing " + it.target() + " was asked for.";
    };
  }

  private static String of(SecretWish wish) {
    return switch (wish) {
      case SecretWish.OfferKey it ->
          "An agent offered a key for the secrets of " + it.environment() + ".";
      case SecretWish.EndKey it ->
          "Another key for the secrets of " + it.environment() + " was asked for.";
      case SecretWish.Seal it ->
          "Setting version %d of the secret %s in %s was asked for."
              .formatted(it.version(), it.secret(), it.environment());
      case SecretWish.Remove it ->
          "Removing version %d of the secret %s from %s was asked for."
              .formatted(it.version(), it.secret(), it.environment());
    };
  }

  private static String confirmed(Optional<EnvironmentName> confirmed) {
    return confirmed.map(it -> ", and " + it + " named once more.").orElse(".");
  }
}
