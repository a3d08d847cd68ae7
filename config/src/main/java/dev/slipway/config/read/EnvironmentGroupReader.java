package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Place;
import dev.slipway.config.text.Problems;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.definition.EnvironmentGroupDefinition;
import java.util.List;
import java.util.Optional;

/** Reads the document of a group of environments. */
final class EnvironmentGroupReader {

  private static final Node.Fields NOTHING = new Node.Fields(List.of(), Place.START);

  private final PlatformReader environments;

  EnvironmentGroupReader(Problems problems) {
    this.environments = new PlatformReader(problems);
  }

  Optional<EnvironmentGroupDefinition> read(Node.Fields document) {
    return document
        .text("environment_group")
        .map(Node.Text::value)
        .map(EnvironmentName::new)
        .map(name ->
            new EnvironmentGroupDefinition(
                name,
                Texts.of(mapping(document, "for"), "labels"),
                Texts.isTrue(document, "allow_empty"),
                environments.environment(name, mapping(document, "template"))));
  }

  private static Node.Fields mapping(Node.Fields document, String key) {
    return document
        .get(key)
        .filter(Node.Fields.class::isInstance)
        .map(Node.Fields.class::cast)
        .orElse(NOTHING);
  }
}
