package dev.slipway.source.github;

import dev.slipway.model.InvalidValue;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.event.Event;
import dev.slipway.source.webhook.Fields;
import java.util.Optional;
import java.util.Set;

/**
 * What GitHub says when something moved among the checks of a commit. Which commit may be worth a
 * look is all that is taken of it; what its checks came to is read back.
 */
final class Moved {

  /** It names its commit at the top; each of the others, in an object of its own name. */
  private static final String STATUS = "status";

  private static final Set<String> EVENTS =
      Set.of(STATUS, "check_run", "check_suite", "workflow_run");

  private Moved() {}

  static boolean isSaidBy(String event) {
    return EVENTS.contains(event);
  }

  /** What is hinted at; without a commit or an address of the repository, nothing is. */
  static Event understand(String event, Fields fields) {
    Optional<String> named = fields.text(event.equals(STATUS) ? "sha" : event + ".head_sha");
    Optional<Sha> sha = named.flatMap(Moved::sha);
    Optional<RepositoryUrl> repository = fields.repository(GitHubReceiver.ADDRESSES);
    return sha.isPresent() && repository.isPresent()
        ? new Event.ChecksHinted(repository.orElseThrow(), sha.orElseThrow())
        : new Event.Ignored(
            event,
            new Reason(
                "commit-not-named",
                "It names no commit, or no repository; checks are read at their next turn."));
  }

  private static Optional<Sha> sha(String text) {
    try {
      return Optional.of(new Sha(text));
    } catch (InvalidValue _) {
      return Optional.empty();
    }
  }
}
