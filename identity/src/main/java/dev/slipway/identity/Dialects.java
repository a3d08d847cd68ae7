package dev.slipway.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.slipway.model.trust.Claims;
import dev.slipway.model.trust.Issuer;
import dev.slipway.model.trust.Trust;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What each CI system calls what we ask about: GitHub's and GitLab's own pages on their OpenID
 * Connect tokens name these claims. What is missing is empty. Stateless.
 */
final class Dialects {

  private Dialects() {}

  static Claims claims(Trust terms, JWTClaimsSet said) {
    return new Claims(
        text(said.getIssuer()),
        Objects.requireNonNullElse(said.getAudience(), List.of()),
        text(said.getSubject()),
        text(said.getJWTID()),
        Optional.ofNullable(said.getExpirationTime()).map(Date::toInstant),
        Optional.ofNullable(said.getNotBeforeTime()).map(Date::toInstant),
        Optional.ofNullable(said.getIssueTime()).map(Date::toInstant),
        switch (terms.kind()) {
          case GITHUB -> github(said);
          case GITLAB -> gitlab(said, terms.issuer());
        });
  }

  private static Claims.Run github(JWTClaimsSet said) {
    String repository = of(said, "repository");
    String ref = of(said, "ref");
    return new Claims.Run(
        repository,
        of(said, "repository_id"),
        ref,
        of(said, "event_name"),
        of(said, "run_id"),
        of(said, "environment"),
        between(repository + "/", of(said, "workflow_ref"), "@" + ref));
  }

  private static Claims.Run gitlab(JWTClaimsSet said, Issuer issuer) {
    String repository = of(said, "project_path");
    String ref = of(said, "ref_path");
    String host = issuer.value().substring(issuer.value().indexOf("://") + 3);
    return new Claims.Run(
        repository,
        of(said, "project_id"),
        ref,
        of(said, "pipeline_source"),
        of(said, "pipeline_id"),
        of(said, "environment"),
        between(host + "/" + repository + "//", of(said, "ci_config_ref_uri"), "@" + ref));
  }

  /** What stands between the two; of another repository or ref, it is nothing. */
  private static String between(String before, String text, String after) {
    boolean is =
        text.length() > before.length() + after.length()
            && text.startsWith(before)
            && text.endsWith(after);
    return is ? text.substring(before.length(), text.length() - after.length()) : "";
  }

  private static String of(JWTClaimsSet said, String claim) {
    return switch (said.getClaim(claim)) {
      case String text -> text;
      case Long number -> String.valueOf(number);
      case Integer number -> String.valueOf(number);
      case null, default -> "";
    };
  }

  private static String text(String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
