package dev.slipway.views.projection;

import dev.slipway.model.external.ExternalDeployment;

/** What other tools deployed, in sentences for people. Stateless. */
final class ExternalSentences {

  private ExternalSentences() {}

  static String of(ExternalDeployment it) {
    return "External: %s brought %s to %s, and %s."
        .formatted(
            it.run(),
            Sentences.brief(it.sha()),
            it.placement(),
            it.succeeded() ? "succeeded" : "failed");
  }
}
