package dev.slipway.model.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a token says whose signature was found to be its issuer's. All of it is text from outside;
 * what it does not say is empty.
 *
 * @param id of this token alone, so that it is taken once
 * @param run what it was made out for
 */
public record Claims(
    String issuer,
    List<String> audience,
    String subject,
    String id,
    Optional<Instant> expires,
    Optional<Instant> notBefore,
    Optional<Instant> issued,
    Run run) {

  public Claims {
    audience = List.copyOf(audience);
  }

  /**
   * A run of a CI system.
   *
   * @param repository its name, which may be another's tomorrow
   * @param repositoryId its number, which is nobody else's ever
   * @param ref in full
   * @param event what started it
   * @param number of the run
   * @param environment the CI system's own
   * @param workflow the file that it comes from, where that lies in the same repository and ref
   */
  public record Run(
      String repository,
      String repositoryId,
      String ref,
      String event,
      String number,
      String environment,
      String workflow) {}
}
