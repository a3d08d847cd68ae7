package dev.slipway.config.read;

import dev.slipway.config.schema.Formats;
import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.ResourceName;
import dev.slipway.model.ResourceVersion;
import dev.slipway.model.definition.ResourcePolicy;
import dev.slipway.model.guardrail.Juncture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which resources have to be at which version. */
final class ResourceReader {

  private final Problems problems;

  ResourceReader(Problems problems) {
    this.problems = problems;
  }

  /** What stands under {@code resources}; absent when nothing usable does. */
  Optional<List<ResourcePolicy>> read(Node.Fields guardrails) {
    List<ResourcePolicy> needed = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (Node node : guardrails.items("resources")) {
      if (node instanceof Node.Fields fields) {
        fields
            .text("resource")
            .filter(name -> isNew(name, Junctures.of(fields), named))
            .flatMap(name -> policy(new ResourceName(name.value()), fields))
            .ifPresent(needed::add);
      }
    }
    return needed.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(needed));
  }

  private static Optional<ResourcePolicy> policy(ResourceName name, Node.Fields fields) {
    return fields
        .text("at_least")
        .map(Node.Text::value)
        .filter(Formats.RESOURCE_VERSION::admits)
        .map(version ->
            new ResourcePolicy(name, new ResourceVersion(version), Junctures.of(fields)));
  }

  /** The same resource may be asked for at several junctures, once at each. */
  private boolean isNew(Node.Text name, Optional<Juncture> at, Set<String> named) {
    if (named.add(name.value() + at.map(it -> " " + it).orElse(""))) {
      return true;
    }
    problems.add(
        name.place(),
        "resource-twice",
        Excerpt.of(name.value()) + " is asked for a second time. Keep one of them.");
    return false;
  }
}
