package dev.slipway.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.authority.Judgement;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.trust.Claims;
import dev.slipway.model.trust.Issuer;
import dev.slipway.model.trust.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What of a genuine token makes it one that is not let in. */
class AdmittanceTest {

  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  private static final Trust TERMS =
      new Trust(
          Trust.Kind.GITHUB,
          Issuer.GITHUB,
          "slipway:t-1",
          "1296269",
          List.of("refs/heads/main", "refs/tags/v*"),
          Trust.Kind.GITHUB.usualEvents(),
          Optional.of("live"),
          Optional.of(".github/workflows/ship.yml"),
          Role.DEPLOYER,
          new Scope.Everything(),
          Trust.LASTS_USUALLY);

  /**
   * What a token says otherwise than one that is let in, and what comes of it. Times are seconds
   * from now, a blank value is a claim that is missing.
   */
  private static final String TABLE =
      """
      claim         says                                      comes to
      iss           https://token.actions.githubusercontent.com  let-in
      iss           https://token.actions.example             issuer-other
      iss           https://token.actions.githubusercontent.com/ issuer-other
      iss                                                     issuer-other
      aud           https://github.com/acme                   audience-other
      aud           slipway:t-2                               audience-other
      aud           slipway:t-1,https://github.com/acme       audience-other
      aud                                                     audience-other
      sub                                                     subject-missing
      jti                                                     id-missing
      exp           -59                                       let-in
      exp           -60                                       token-expired
      exp           -3600                                     token-expired
      exp           86400                                     let-in
      exp           86401                                     token-lasts-too-long
      exp                                                     token-expired
      nbf           60                                        let-in
      nbf           61                                        token-not-yet
      nbf                                                     let-in
      iat           60                                        let-in
      iat           61                                        token-from-later
      iat                                                     token-from-later
      repository    somebody/else                             let-in
      repository_id 1296270                                   repository-other
      repository_id 01296269                                  repository-other
      repository_id                                           repository-other
      ref           refs/tags/v1.2                            let-in
      ref           refs/heads/feature                        ref-other
      ref           refs/heads/main2                          ref-other
      ref           refs/tags/v1/2                            ref-other
      ref           refs/pull/7/merge                         ref-other
      ref           main                                      ref-other
      ref                                                     ref-other
      event         workflow_dispatch                         let-in
      event         pull_request                              event-other
      event         pull_request_target                       event-other
      event         issue_comment                             event-other
      event                                                   event-other
      environment   staging                                   environment-other
      environment                                             environment-other
      workflow      .github/workflows/other.yml               workflow-other
      workflow                                                workflow-other
      run           123                                       let-in
      run           latest                                    run-missing
      run                                                     run-missing
      """;

  @TestFactory
  Stream<DynamicTest> each_claim_is_compared_whole_and_what_is_missing_is_wrong() {
    return TABLE
        .lines()
        .skip(1)
        .map(line -> line.strip().split("\\s+", -1))
        .map(row ->
            DynamicTest.dynamicTest(
                String.join(" ", row),
                () -> {
                  String says = row.length == 3 ? row[1] : "";
                  assertThat(code(TERMS, claims(row[0], says))).isEqualTo(row[row.length - 1]);
                }));
  }

  @Test
  void a_pull_request_is_let_in_where_it_is_named() {
    Trust named =
        new Trust(
            TERMS.kind(),
            TERMS.issuer(),
            TERMS.audience(),
            TERMS.repository(),
            List.of("refs/pull/*/merge"),
            List.of("pull_request"),
            Optional.empty(),
            Optional.empty(),
            Role.VIEWER,
            TERMS.scope(),
            Duration.ofMinutes(1));
    Claims said = claims("ref", "refs/pull/7/merge");
    assertThat(code(named, said)).isEqualTo("event-other");
    assertThat(code(named, with(said, "pull_request"))).isEqualTo("let-in");
  }

  @Test
  void a_refusal_tells_nothing_of_what_is_let_in_and_no_more_of_what_was_said_than_a_line() {
    String long0 = "refs/heads/" + "x\n".repeat(400);
    assertThat(sentence(claims("ref", long0)))
        .doesNotContain("main", "\n")
        .hasSizeLessThan(400)
        .contains("slipway trust list");
    assertThat(sentence(claims("repository_id", "7"))).contains("7").doesNotContain("1296269");
  }

  private static Claims claims(String claim, String says) {
    return new Claims(
        claim.equals("iss") ? says : Issuer.GITHUB.value(),
        claim.equals("aud") ? list(says) : List.of("slipway:t-1"),
        claim.equals("sub") ? says : "repo:acme/shop:ref:refs/heads/main",
        claim.equals("jti") ? says : "jti-1",
        claim.equals("exp") ? time(says) : Optional.of(NOW.plusSeconds(300)),
        claim.equals("nbf") ? time(says) : Optional.of(NOW),
        claim.equals("iat") ? time(says) : Optional.of(NOW),
        new Claims.Run(
            claim.equals("repository") ? says : "acme/shop",
            claim.equals("repository_id") ? says : "1296269",
            claim.equals("ref") ? says : "refs/heads/main",
            claim.equals("event") ? says : "push",
            claim.equals("run") ? says : "123",
            claim.equals("environment") ? says : "live",
            claim.equals("workflow") ? says : ".github/workflows/ship.yml"));
  }

  private static Claims with(Claims claims, String event) {
    Claims.Run run = claims.run();
    return new Claims(
        claims.issuer(),
        claims.audience(),
        claims.subject(),
        claims.id(),
        claims.expires(),
        claims.notBefore(),
        claims.issued(),
        new Claims.Run(
            run.repository(),
            run.repositoryId(),
            run.ref(),
            event,
            run.number(),
            run.environment(),
            run.workflow()));
  }

  private static List<String> list(String says) {
    return says.isEmpty() ? List.of() : Arrays.asList(says.split(",", -1));
  }

  private static Optional<Instant> time(String says) {
    return says.isEmpty() ? Optional.empty() : Optional.of(NOW.plusSeconds(Long.parseLong(says)));
  }

  private static String code(Trust terms, Claims claims) {
    return switch (Admittance.judge(terms, claims, NOW)) {
      case Judgement.Allowed _ -> "let-in";
      case Judgement.Refused refused -> refused.because().code();
    };
  }

  private static String sentence(Claims claims) {
    return Admittance.judge(TERMS, claims, NOW) instanceof Judgement.Refused refused
        ? refused.because().sentence()
        : "";
  }
}
