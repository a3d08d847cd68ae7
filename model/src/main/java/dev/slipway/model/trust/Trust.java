package dev.slipway.model.trust;

import dev.slipway.model.InvalidValue;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which runs of a CI system may act, on the word of its signed tokens, and as what.
 *
 * @param kind whose words the tokens use
 * @param audience for whom the tokens have to be made out; another's are refused
 * @param repository the number that the CI system gave the repository, for a name can be taken over
 *     by somebody else once it is free
 * @param refs full refs or patterns of them, of which one has to match: {@code refs/heads/main},
 *     {@code refs/tags/v*}
 * @param events what may have started a run; nothing else may
 * @param environment the CI system's own environment that a run has to be in, where one is asked
 * @param workflow the file that a run has to come from, where one is asked
 * @param role what such a run may do: at most deploy
 * @param lasts how long a token counts that was given for another
 */
public record Trust(
    Kind kind,
    Issuer issuer,
    String audience,
    String repository,
    List<String> refs,
    List<String> events,
    Optional<String> environment,
    Optional<String> workflow,
    Role role,
    Scope scope,
    Duration lasts) {

  public static final Duration LASTS_USUALLY = Duration.ofMinutes(15);
  public static final Duration LASTS_MIN = Duration.ofMinutes(1);
  public static final Duration LASTS_MAX = Duration.ofHours(1);

  private static final int MANY_MAX = 10;
  private static final int TEXT_LENGTH_MAX = 200;
  private static final Pattern AUDIENCE = Pattern.compile("[!-~]{1,200}");
  private static final Pattern REPOSITORY = Pattern.compile("[1-9][0-9]{0,18}");
  private static final Pattern REF = Pattern.compile("refs/[A-Za-z0-9._/*?-]{1,195}");
  private static final Pattern EVENT = Pattern.compile("[a-z][a-z_]{0,49}");

  /** CI systems, each with words of its own. */
  public enum Kind {
    /** GitHub Actions, of an enterprise too. */
    GITHUB,
    /** GitLab's pipelines, of an own GitLab too. */
    GITLAB;

    public Issuer usualIssuer() {
      return switch (this) {
        case GITHUB -> Issuer.GITHUB;
        case GITLAB -> Issuer.GITLAB;
      };
    }

    /** What starts runs on the word of who may write to the repository; no pull request does. */
    public List<String> usualEvents() {
      return switch (this) {
        case GITHUB -> List.of("push", "workflow_dispatch", "schedule", "release");
        case GITLAB -> List.of("push", "web", "schedule", "api");
      };
    }
  }

  public Trust {
    refs = List.copyOf(refs);
    events = List.copyOf(events);
    check(
        AUDIENCE.matcher(audience).matches(), "audience", "must have 1 to 200 visible characters");
    check(
        REPOSITORY.matcher(repository).matches(),
        "repository",
        "must be the number that the CI system gave the repository, such as 1296269, and no name");
    check(
        isOf(REF, refs),
        "refs",
        "must be 1 to 10 full refs or patterns of them, such as refs/heads/main or refs/tags/v*");
    check(isOf(EVENT, events), "events", "must be 1 to 10 names such as push");
    check(environment.stream().allMatch(Trust::isText), "environment", "must be one short line");
    check(workflow.stream().allMatch(Trust::isText), "workflow", "must be one short line");
    check(
        role == Role.VIEWER || role == Role.REPORTER || role == Role.DEPLOYER,
        "role",
        "must be viewer, reporter or deployer: a run approves nothing and lets nobody in");
    check(
        lasts.compareTo(LASTS_MIN) >= 0 && lasts.compareTo(LASTS_MAX) <= 0,
        "life",
        "must be 1 minute to 1 hour");
  }

  private static boolean isOf(Pattern form, List<String> texts) {
    return !texts.isEmpty()
        && texts.size() <= MANY_MAX
        && texts.stream().allMatch(text -> form.matcher(text).matches());
  }

  private static boolean isText(String text) {
    return !text.isBlank()
        && text.length() <= TEXT_LENGTH_MAX
        && text.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  private static void check(boolean so, String what, String how) {
    if (!so) {
      throw new InvalidValue(what, how);
    }
  }
}
