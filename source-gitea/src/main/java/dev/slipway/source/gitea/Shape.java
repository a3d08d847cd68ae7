package dev.slipway.source.gitea;

import java.util.Map;
import java.util.Set;

/**
 * Which members tell the body of one event from another's. The name of the event comes in a header
 * that nobody signed, so a captured body must not pass under another name.
 *
 * @param required members that are there and not null
 * @param foreign members that only a similar event has
 */
record Shape(Set<String> required, Set<String> foreign) {

  private static final Shape PUSH =
      new Shape(Set.of("ref", "before", "after", "repository"), Set.of("action", "ref_type"));

  private static final Shape DELETE =
      new Shape(
          Set.of("ref", "ref_type", "repository"), Set.of("action", "sha", "before", "after"));

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

  private static Shape having(String... members) {
    return new Shape(Set.of(members), Set.of());
  }

  /**
   * Whether a body with these members may be the event. An event not known here fits unless its
   * body is that of a hint.
   */
  static boolean fits(String event, Set<String> members) {
    Shape shape = BY_EVENT.get(event);
    return shape == null ? !PUSH.fits(members) && !DELETE.fits(members) : shape.fits(members);
  }

  private boolean fits(Set<String> members) {
    return members.containsAll(required) && foreign.stream().noneMatch(members::contains);
  }
}
