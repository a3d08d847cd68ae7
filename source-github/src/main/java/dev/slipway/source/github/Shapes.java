package dev.slipway.source.github;

import static dev.slipway.source.webhook.Shape.having;

import dev.slipway.source.webhook.Fields;
import dev.slipway.source.webhook.Shape;
import java.util.Map;

/** The shapes of the events, by the names in the header. */
final class Shapes {

  private static final Shape PUSH =
      having("ref", "before", "after", "repository").butNot("action", "ref_type");

  private static final Map<String, Shape> BY_EVENT =
      Map.ofEntries(
          Map.entry("push", PUSH),
          Map.entry("ping", having("zen", "hook_id")),
          Map.entry("create", having("ref", "ref_type", "master_branch")),
          Map.entry("delete", having("ref", "ref_type").butNot("master_branch")),
          Map.entry("fork", having("forkee")),
          Map.entry("status", having("sha", "state", "context")),
          Map.entry("check_run", having("action", "check_run")),
          Map.entry("check_suite", having("action", "check_suite")),
          Map.entry("deployment", having("deployment").butNot("deployment_status")),
          Map.entry("deployment_review", having("action", "environment", "reviewers")),
          Map.entry("deployment_status", having("deployment_status", "deployment")),
          Map.entry("installation", having("action").butNot("repository")),
          Map.entry("issue_comment", having("action", "issue", "comment")),
          Map.entry("member", having("action", "member")),
          Map.entry("merge_group", having("action", "merge_group")),
          Map.entry("package", having("action", "package")),
          Map.entry(
              "pull_request",
              having("action", "number", "pull_request").butNot("review", "comment")),
          Map.entry("pull_request_review", having("action", "review", "pull_request")),
          Map.entry("registry_package", having("action", "registry_package")),
          Map.entry("release", having("action", "release")),
          Map.entry("repository", having("action", "repository")),
          Map.entry("repository_dispatch", having("action", "branch", "client_payload")),
          Map.entry("workflow_job", having("action", "workflow_job")),
          Map.entry("workflow_run", having("action", "workflow_run", "workflow")));

  private Shapes() {}

  /** Whether a body may be the event. An event not known here fits unless its body is a push. */
  static boolean fits(String event, Fields body) {
    Shape shape = BY_EVENT.get(event);
    return shape == null ? !PUSH.fits(body) : shape.fits(body);
  }
}
