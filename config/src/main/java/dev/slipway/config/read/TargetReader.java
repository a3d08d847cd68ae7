package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.LabelledTarget;
import java.util.Optional;

/** Reads the document of a target, which names its environment or has its labels select one. */
final class TargetReader {

  private final Problems problems;

  TargetReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * The document as a definition.
   *
   * @param misspelt whether a key is unknown, which was probably meant to be the one that lacks
   */
  Optional<Document> read(Node.Fields document, Digest digest, boolean misspelt) {
    Optional<LabelledTarget> target =
        document
            .text("target")
            .map(Node.Text::value)
            .map(TargetName::new)
            .map(name ->
                new LabelledTarget(
                    name, Texts.of(document, "labels"), Texts.isTrue(document, "local")));
    if (document.field("environment").isPresent()) {
      return document
          .text("environment")
          .map(Node.Text::value)
          .map(EnvironmentName::new)
          .flatMap(environment ->
              target.map(found -> new Document.OfTarget(found.in(environment), digest)));
    }
    if (document.field("labels").isEmpty() && !misspelt) {
      problems.add(
          document.place(),
          "key-missing",
          "This target lacks 'environment', such as 'environment: production', or 'labels' that"
              + " select a group of environments, such as 'labels: {tier: edge}'.");
    }
    return target.map(found -> new Document.OfLabelledTarget(found, digest));
  }
}
