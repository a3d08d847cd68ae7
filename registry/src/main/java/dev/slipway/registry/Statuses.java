package dev.slipway.registry;

import dev.slipway.model.Digest;
import dev.slipway.model.InvalidValue;
import dev.slipway.outbound.Answer.Answered;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What the answers of registries mean. Stateless. */
final class Statuses {

  private Statuses() {}

  static void expect(int status, Answered answer, String what) throws Refusal {
    if (answer.status() != status) {
      throw refusal(answer, what);
    }
  }

  static Refusal refusal(Answered answer, String what) {
    return switch (answer.status()) {
      case 403 ->
          new Refusal(
              "not-permitted",
              "The registry does not let this login do it: %s. Ask its owner.".formatted(what));
      case 404 -> new Refusal("not-found", "The registry does not have it: " + what + ".");
      case 405 ->
          new Refusal(
              "not-offered", "The registry does not offer it, or only lets read: " + what + ".");
      case 413 -> new Refusal("too-large-there", "It is too large for the registry: " + what + ".");
      case 429 ->
          new Refusal(
              "too-often", "The registry was asked too often: %s. Wait a while.".formatted(what));
      default ->
          new Refusal(
              "registry-failed",
              "The registry answered %d: %s. Try again, and look at its log."
                  .formatted(answer.status(), what));
    };
  }

  static void whole(Answered answer, String what) throws Refusal {
    if (answer.cut()) {
      throw new Refusal("answer-too-large", "The registry's answer is too long: " + what + ".");
    }
  }

  /** A digest of a kind that is not known here tells nothing. */
  static Optional<Digest> digest(Optional<String> header) {
    try {
      return header.map(Digest::new);
    } catch (InvalidValue _) {
      return Optional.empty();
    }
  }

  static Refusal another(String what) {
    return new Refusal(
        "digest-differs",
        "What the registry has is not what its digest says: %s. It was damaged or exchanged; do not use it."
            .formatted(what));
  }

  /** An address that an answer names, which has to be one of the same registry. */
  static URI sameHost(String asked, String named) throws Refusal {
    try {
      URI from = new URI(asked);
      URI to = from.resolve(new URI(named));
      if (from.getScheme().equals(to.getScheme())
          && from.getRawAuthority().equals(to.getRawAuthority())
          && to.getRawPath() != null) {
        return to;
      }
    } catch (URISyntaxException none) {
      throw new Refusal("leads-elsewhere", "The registry names an address that is none.");
    }
    throw new Refusal(
        "leads-elsewhere",
        "The registry at %s leads to another host to go on, where its login must not be shown."
            .formatted(asked));
  }
}
