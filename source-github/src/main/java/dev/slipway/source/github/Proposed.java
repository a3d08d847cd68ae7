package dev.slipway.source.github;

import dev.slipway.model.Reason;
import dev.slipway.model.event.Event;
import dev.slipway.source.Recognition;
import dev.slipway.source.Recognition.Recognised;
import dev.slipway.source.webhook.Fields;
import dev.slipway.source.webhook.RefNews;
import java.util.Optional;
import java.util.Set;

/**
 * What GitHub says of a pull request. That its branch may have moved is all that is taken of it:
 * the branch is read back, and so are the repository's open pull requests. What comes from a fork
 * is no branch of ours.
 */
final class Proposed {

  static final String EVENT = "pull_request";

  /** Which values of it are looked at. */
  static final Set<String> WANTED =
      Set.of(
          "action",
          "pull_request.head.ref",
          "pull_request.head.repo.full_name",
          "pull_request.base.repo.full_name");

  private static final Set<String> ACTIONS = Set.of("opened", "reopened", "synchronize");

  private static final Reason OF_FORK =
      new Reason(
          "pull-request-of-fork",
          "The pull request comes from a fork. Forks trigger nothing here, and get no comment.");

  private Proposed() {}

  /** Whether it may have another commit than before; nothing else of it is used. */
  static boolean isSaidBy(String event, Fields fields) {
    return event.equals(EVENT) && fields.text("action").filter(ACTIONS::contains).isPresent();
  }

  static Recognition understand(Fields fields, String key) {
    Optional<String> head = fields.text("pull_request.head.repo.full_name");
    return head.isPresent() && head.equals(fields.text("pull_request.base.repo.full_name"))
        ? new RefNews(
                EVENT,
                fields.text("pull_request.head.ref").map(branch -> "refs/heads/" + branch),
                GitHubReceiver.ADDRESSES)
            .in(fields, key)
        : new Recognised(new Event.Ignored(EVENT, OF_FORK), key);
  }
}
