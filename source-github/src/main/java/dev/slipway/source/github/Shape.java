package dev.slipway.source.github;

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

  private static final Map<String, Shape> BY_EVENT =
      Map.ofEntries(
          Map.entry("push", PUSH),
          Map.entry("ping", having("zen", "hook_id")),
          Map.entry("create", having("ref", "ref_type", "master_branch")),
          Map.entry("delete", new Shape(Set.of("ref", "ref_type"), Set.of("master_branch"))),
          Map.entry("fork", having("forkee")),
          Map.entry("status", having("sha", "state", "context")),
          Map.entry("check_run", having("action", "check_run")),
          Map.entry("check_suite", having("action", "check_suite")),
          Map.entry("deployment", new Shape(Set.of("deployment"), Set.of("deployment_status"))),
          Map.entry("deployment_review", having("action", "environment", "reviewers")),
          Map.entry("deployment_status", having("deployment_status", "deployment")),
          Map.entry("installation", new Shape(Set.of("action"), Set.of("repository"))),
          Map.entry("issue_comment", having("action", "issue", "comment")),
          Map.entry("member", having("action", "member")),
          Map.entry("merge_group", having("action", "merge_group")),
          Map.entry("package", having("action", "package")),
          Map.entry(
              "pull_request",
              new Shape(Set.of("action", "number", "pull_request"), Set.of("review", "comment"))),
          Map.entry("pull_request_review", having("action", "review", "pull_request")),
          Map.entry("registry_package", having("action", "registry_package")),
          Map.entry("release", having("action", "release")),
          Map.entry("repository", having("action", "repository")),
          Map.entry("repository_dispatch", having("action", "branch", "client_payload")),
          Map.entry("workflow_job", having("action", "workflow_job")),
          Map.entry("workflow_run", having("action", "workflow_run", "workflow")));

  private static Shape having(String... members) {
    return new Shape(Set.of(members), Set.of());
  }

  /**
   * Whether a body with these members may be the event. An event not known here fits unless it is a
   * push.
   */
  static boolean fits(String event, Set<String> members) {
    Shape shape = BY_EVENT.get(event);
    return shape == null ? !PUSH.fits(members) : shape.fits(members);
  }

  private boolean fits(Set<String> members) {
    return members.containsAll(required) && foreign.stream().noneMatch(members::contains);
  }
}
