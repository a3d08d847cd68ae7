package dev.slipway.source.gitea;

import static dev.slipway.source.webhook.Shape.having;

import dev.slipway.source.webhook.Fields;
import dev.slipway.source.webhook.Shape;
import java.util.Map;

/** The shapes of the events, by the names in the header. */
final class Shapes {

  private static final Shape PUSH =
      having("ref", "before", "after", "repository").butNot("action", "ref_type");
  private static final Shape DELETE =
      having("ref", "ref_type", "repository").butNot("action", "sha", "before", "after");

  private static final Map<String, Shape> BY_EVENT =
      Map.of(
          "push", PUSH,
          "delete", DELETE,
          "create", having("ref", "ref_type", "sha"),
          "fork", having("forkee"),
          "issues", having("action", "issue"),
          "pull_request", having("action", "number", "pull_request"),
          "release", having("action", "release"),
          "repository", having("action", "repository"),
          "package", having("action", "package"));

  private Shapes() {}

  /**
   * Whether a body may be the event. An event not known here fits unless its body is that of a
   * hint.
   */
  static boolean fits(String event, Fields body) {
    Shape shape = BY_EVENT.get(event);
    return shape == null ? !PUSH.fits(body) && !DELETE.fits(body) : shape.fits(body);
  }
}
