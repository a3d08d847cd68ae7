package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.LabelledTarget;
import java.util.Optional;

/**
 * Reads the document of a target, which names its environment or has its labels select one.
 * Stateless.
 */
final class TargetReader {

  private TargetReader() {}

  static Optional<Document> read(Node.Fields document, Digest digest) {
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
    return target.map(found -> new Document.OfLabelledTarget(found, digest));
  }
}
