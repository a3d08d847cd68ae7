package dev.slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.trust.Claims;
import dev.slipway.model.trust.Issuer;
import dev.slipway.model.trust.Trust;
import dev.slipway.outbound.Bounds;
import dev.slipway.outbound.Names;
import dev.slipway.outbound.Outbound;
import dev.slipway.outbound.Reach;
import dev.slipway.source.Reading;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which tokens are their issuer's, and how often it is asked for its keys. */
class IssuedTokensTest {

  private static final String OURS = "slipway:t-1";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Outbound outbound =
      new Outbound(Names.OF_THIS_MACHINE, Reach.of(List.of("127.0.0.1")), Bounds.STANDARD, threads);
  private Instant now = InstantSource.system().instant();
  private IssuerStandIn issuer;
  private IssuedTokens tokens;

  @BeforeEach
  void start() {
    issuer = IssuerStandIn.start();
    tokens = new IssuedTokens(outbound, () -> now);
  }

  @AfterEach
  void stop() {
    issuer.close();
    outbound.close();
    threads.shutdownNow();
    assertThat(issuer.faults()).isEmpty();
  }

  private Trust terms(Trust.Kind kind) {
    return new Trust(
        kind,
        new Issuer(issuer.address()),
        OURS,
        IssuerStandIn.REPOSITORY,
        List.of("refs/heads/main"),
        kind.usualEvents(),
        Optional.empty(),
        Optional.empty(),
        Role.DEPLOYER,
        new Scope.Everything(),
        Trust.LASTS_USUALLY);
  }

  private Reading<Claims> read(String token) {
    return tokens.read(terms(Trust.Kind.GITHUB), token);
  }

  private String outcome(String token) {
    return switch (read(token)) {
      case Reading.Read<Claims> _ -> "genuine";
      case Reading.Unusable<Claims> unusable -> unusable.because().code();
      case Reading.Unavailable<Claims> unavailable -> unavailable.because().code();
    };
  }

  private JWTClaimsSet said() {
    return issuer.pushed(OURS).build();
  }

  private String headed(JWSHeader header) {
    return IssuerStandIn.signed(header, said(), issuer.rsaSigner());
  }

  @Test
  void what_github_says_is_read_in_its_words() {
    assertThat(read(issuer.signed(said())))
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read ->
                assertThat(((Claims) read.value()).run())
                    .isEqualTo(
                        new Claims.Run(
                            "acme/shop",
                            IssuerStandIn.REPOSITORY,
                            "refs/heads/main",
                            "push",
                            "123",
                            "",
                            ".github/workflows/ship.yml")));
  }

  @Test
  void what_gitlab_says_is_read_in_its_words() {
    String host = URI.create(issuer.address()).getAuthority();
    JWTClaimsSet gitlab =
        issuer
            .pushed(OURS)
            .claim("project_path", "acme/shop")
            .claim("project_id", "42")
            .claim("ref", "main")
            .claim("ref_path", "refs/heads/main")
            .claim("pipeline_source", "web")
            .claim("pipeline_id", "7")
            .claim("environment", "live")
            .claim("ci_config_ref_uri", host + "/acme/shop//.gitlab-ci.yml@refs/heads/main")
            .build();
    assertThat(tokens.read(terms(Trust.Kind.GITLAB), issuer.signed(gitlab)))
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read ->
                assertThat(((Claims) read.value()).run())
                    .isEqualTo(
                        new Claims.Run(
                            "acme/shop",
                            "42",
                            "refs/heads/main",
                            "web",
                            "7",
                            "live",
                            ".gitlab-ci.yml")));
  }

  @Test
  void a_workflow_of_another_repository_or_ref_is_none() {
    for (String elsewhere :
        List.of(
            "other/shop/.github/workflows/ship.yml@refs/heads/main",
            "acme/shop/.github/workflows/ship.yml@refs/heads/feature",
            "acme/shop/@refs/heads/main")) {
      String token = issuer.signed(issuer.pushed(OURS).claim("workflow_ref", elsewhere).build());
      assertThat(read(token))
          .isInstanceOfSatisfying(
              Reading.Read.class,
              read -> assertThat(((Claims) read.value()).run().workflow()).isEmpty());
    }
  }

  @Test
  void both_algorithms_that_the_issuer_publishes_are_taken() {
    assertThat(outcome(issuer.signed(said()))).isEqualTo("genuine");
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(issuer.ec().getKeyID()).build();
    assertThat(outcome(IssuerStandIn.signed(header, said(), issuer.ecSigner())))
        .isEqualTo("genuine");
  }

  @Test
  void no_signature_and_one_with_the_public_key_as_secret_are_none() throws JOSEException {
    assertThat(outcome(new PlainJWT(said()).serialize())).isEqualTo("token-unreadable");
    byte[] published = issuer.rsa().toRSAPublicKey().getEncoded();
    JWSHeader hmac =
        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(issuer.rsa().getKeyID()).build();
    assertThat(outcome(IssuerStandIn.signed(hmac, said(), new MACSigner(published))))
        .isEqualTo("token-algorithm");
    assertThat(outcome(headed(issuer.headers().build()) + "x")).isNotEqualTo("genuine");
    assertThat(outcome("")).isEqualTo("token-unreadable");
    assertThat(outcome("a.b.c")).isEqualTo("token-unreadable");
    assertThat(outcome("a".repeat(20_000))).isEqualTo("token-too-long");
    assertThat(issuer.fetches()).isLessThanOrEqualTo(1);
  }

  @Test
  void a_header_that_brings_a_key_or_says_where_one_lies_is_refused() {
    URI elsewhere = URI.create("https://keys.example/jwks");
    JWK own = issuer.rsa().toPublicJWK();
    for (JWSHeader header :
        List.of(
            issuer.headers().jwk(own).build(),
            issuer.headers().jwkURL(elsewhere).build(),
            issuer.headers().x509CertURL(elsewhere).build(),
            issuer.headers().x509CertChain(List.of(Base64.encode("x"))).build(),
            issuer.headers().criticalParams(Set.of("exp")).build(),
            issuer.headers().type(new JOSEObjectType("at+jwt")).build(),
            issuer.headers().keyID(null).build())) {
      assertThat(outcome(headed(header))).as(header.toString()).isEqualTo("token-header");
    }
    assertThat(issuer.fetches()).isZero();
  }

  @Test
  void a_key_of_another_with_the_name_of_one_of_the_issuers_signs_nothing() {
    RSAKey known = issuer.rsa();
    try (IssuerStandIn other = IssuerStandIn.start()) {
      String forged = IssuerStandIn.signed(issuer.header(), said(), other.rsaSigner());
      assertThat(known.getKeyID()).isEqualTo(other.rsa().getKeyID());
      assertThat(outcome(forged)).isEqualTo("token-not-genuine");
    }
    JWSHeader swapped = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(known.getKeyID()).build();
    assertThat(outcome(IssuerStandIn.signed(swapped, said(), issuer.ecSigner())))
        .isEqualTo("token-not-genuine");
  }

  @Test
  void changed_keys_are_fetched_once_a_minute_at_most() {
    assertThat(outcome(issuer.signed(said()))).isEqualTo("genuine");
    String before = issuer.signed(said());
    issuer.rotate("second");
    for (int again = 0; again < 5; again++) {
      assertThat(outcome(issuer.signed(said()))).isEqualTo("token-key");
      assertThat(outcome(before)).isEqualTo("genuine");
    }
    assertThat(issuer.fetches()).isEqualTo(1);
    now = now.plus(Duration.ofMinutes(1));
    assertThat(outcome(issuer.signed(said()))).isEqualTo("genuine");
    assertThat(outcome(before)).isEqualTo("token-key");
    assertThat(issuer.fetches()).isEqualTo(2);
  }

  @Test
  void an_issuer_that_is_silent_is_asked_seldom_and_its_keys_count_for_some_hours() {
    String token = issuer.signed(said());
    assertThat(outcome(token)).isEqualTo("genuine");
    issuer.fallSilent();
    now = now.plus(Duration.ofHours(5));
    assertThat(outcome(token)).isEqualTo("genuine");
    now = now.plus(Duration.ofHours(2));
    assertThat(outcome(token)).isEqualTo("issuer-unavailable");
    assertThat(outcome(token)).isEqualTo("issuer-unavailable");
  }

  @Test
  void who_is_not_the_issuer_that_it_says_is_asked_for_no_keys() {
    Trust elsewhere =
        new Trust(
            Trust.Kind.GITHUB,
            new Issuer(issuer.address().replace("127.0.0.1", "localhost")),
            OURS,
            IssuerStandIn.REPOSITORY,
            List.of("refs/heads/main"),
            List.of("push"),
            Optional.empty(),
            Optional.empty(),
            Role.DEPLOYER,
            new Scope.Everything(),
            Trust.LASTS_USUALLY);
    assertThat(tokens.read(elsewhere, issuer.signed(said())))
        .isInstanceOf(Reading.Unavailable.class);
    assertThat(issuer.fetches()).isZero();
  }
}
