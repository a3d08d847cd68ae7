package dev.slipway.source.github;

import dev.slipway.model.InvalidValue;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.event.Event;
import java.util.Map;
import java.util.Optional;

/**
 * What GitHub says when something moved among the checks of a commit. Which commit may be worth a
 * look is all that is taken of it; what its checks came to is read back.
 */
final class Moved {

  /** The events, and where in each the commit is named; no object means at the top. */
  private static final Map<String, Optional<String>> COMMITS =
      Map.of(
          "status", Optional.empty(),
          "check_run", Optional.of("check_run"),
          "check_suite", Optional.of("check_suite"),
          "workflow_run", Optional.of("workflow_run"));

  private Moved() {}

  static boolean isSaidBy(String event) {
    return COMMITS.containsKey(event);
  }

  /** What is hinted at; without a commit or an address of the repository, nothing is. */
  static Event understand(String event, Payload payload) {
    Optional<Sha> sha =
        COMMITS
            .getOrDefault(event, Optional.empty())
            .map(payload::head)
            .orElseGet(() -> payload.text("sha"))
            .flatMap(Moved::sha);
    Optional<RepositoryUrl> repository = Push.repository(payload);
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
