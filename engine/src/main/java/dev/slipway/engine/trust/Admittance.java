package dev.slipway.engine.trust;

import dev.slipway.aggregation.Glob;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.model.Reason;
import dev.slipway.model.trust.Claims;
import dev.slipway.model.trust.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether a token whose signature is its issuer's is what a trust asks for. Whoever signs up at a
 * CI system can have a genuine token, so all that matters is compared here, whole, and what is
 * missing is wrong. A refusal tells what the token says, and nothing of what the trust asks for.
 * Pure.
 */
public final class Admittance {

  /** How far clocks may be apart. */
  public static final Duration SKEW = Duration.ofSeconds(60);

  /** How far ahead a token may end: what was shown is remembered until then. */
  public static final Duration AHEAD_MAX = Duration.ofHours(24);

  private static final int ID_LENGTH_MAX = 300;
  private static final int REF_LENGTH_MAX = 250;
  private static final String LOOK = "Compare it with what slipway trust list shows.";

  private Admittance() {}

  /** One thing that has to be so, and why not when it is not. */
  private record Rule(BooleanSupplier holds, String code, String sentence) {}

  /** Whether what these claims say is trusted on these terms at this time. */
  public static Judgement judge(Trust terms, Claims claims, Instant now) {
    return Stream.of(whose(terms, claims), when(claims, now), which(terms, claims.run()))
        .flatMap(rules -> rules)
        .filter(rule -> !rule.holds.getAsBoolean())
        .findFirst()
        .<Judgement>map(broken -> new Judgement.Refused(new Reason(broken.code, broken.sentence)))
        .orElseGet(Judgement.Allowed::new);
  }

  private static Stream<Rule> whose(Trust terms, Claims claims) {
    return Stream.of(
        new Rule(
            () -> claims.issuer().equals(terms.issuer().value()),
            "issuer-other",
            "The token is of another issuer. Show one of the CI system that is trusted."),
        new Rule(
            () -> claims.audience().size() == 1 && claims.audience().contains(terms.audience()),
            "audience-other",
            "The token is made out for another audience, or for several. Ask the CI system for one for this server alone: slipway trust list shows its audience."),
        new Rule(
            () -> !claims.subject().isBlank(), "subject-missing", "The token names no subject."),
        new Rule(
            () -> !claims.id().isBlank() && claims.id().length() <= ID_LENGTH_MAX,
            "id-missing",
            "The token has no id (jti), so it could be shown twice."));
  }

  private static Stream<Rule> when(Claims claims, Instant now) {
    Instant late = now.plus(SKEW);
    return Stream.of(
        new Rule(
            () -> isSo(claims.expires(), it -> it.isAfter(now.minus(SKEW))),
            "token-expired",
            "The token has expired, or does not say when it does. Ask the CI system for a new one."),
        new Rule(
            () -> isSo(claims.expires(), it -> !it.isAfter(now.plus(AHEAD_MAX))),
            "token-lasts-too-long",
            "The token ends more than 24 hours from now. Have the CI system make one for less."),
        new Rule(
            () -> claims.notBefore().stream().noneMatch(it -> it.isAfter(late)),
            "token-not-yet",
            "The token does not count yet; the clocks are more than a minute apart."),
        new Rule(
            () -> isSo(claims.issued(), it -> !it.isAfter(late)),
            "token-from-later",
            "The token does not say when it was made, or the clocks are more than a minute apart."));
  }

  private static Stream<Rule> which(Trust terms, Claims.Run run) {
    return Stream.of(
        new Rule(
            () -> run.repositoryId().equals(terms.repository()),
            "repository-other",
            "The token is of the repository with the number %s, which is not let in here. %s"
                .formatted(said(run.repositoryId()), LOOK)),
        new Rule(
            () -> isRef(terms, run.ref()),
            "ref-other",
            "The run is at %s, which is not let in here. %s".formatted(said(run.ref()), LOOK)),
        new Rule(
            () -> terms.events().contains(run.event()),
            "event-other",
            "The run was started by %s, which is not let in here. %s"
                .formatted(said(run.event()), LOOK)),
        new Rule(
            () -> terms.environment().stream().allMatch(run.environment()::equals),
            "environment-other",
            "The run is not in the CI system's environment that is let in here. " + LOOK),
        new Rule(
            () -> terms.workflow().stream().allMatch(run.workflow()::equals),
            "workflow-other",
            "The run does not come from the file that is let in here, at its own ref. " + LOOK),
        new Rule(
            () -> run.number().matches("[0-9]{1,20}"),
            "run-missing",
            "The token does not say of which run it is."));
  }

  private static boolean isRef(Trust terms, String ref) {
    return !ref.isBlank()
        && ref.length() <= REF_LENGTH_MAX
        && terms.refs().stream().anyMatch(pattern -> new Glob(pattern).matches(ref));
  }

  private static boolean isSo(Optional<Instant> said, Predicate<Instant> condition) {
    return said.filter(condition).isPresent();
  }

  /** What a token says, short and in one line. */
  private static String said(String text) {
    String line = text.replaceAll("[^!-~]", "?");
    String brief = line.length() <= REF_LENGTH_MAX ? line : line.substring(0, REF_LENGTH_MAX) + "…";
    return brief.isEmpty() ? "(nothing)" : brief;
  }
}
