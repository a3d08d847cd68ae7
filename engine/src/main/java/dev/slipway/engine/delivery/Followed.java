package dev.slipway.engine.delivery;

import dev.slipway.engine.fold.World;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ParameterDefinition;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What parameters are that follow images: by digest, and as far as was read. Stateless. */
final class Followed {

  private Followed() {}

  /**
   * What is given; and for each parameter that is not, and follows an image, the one that was read
   * last. A shipment keeps it, so it stays this very image wherever the tag goes meanwhile.
   */
  static SortedMap<String, String> with(
      World world, ApplicationDefinition definition, Map<String, String> given) {
    SortedMap<String, String> values = new TreeMap<>(given);
    for (ParameterDefinition one : definition.parameters().orElseGet(List::of)) {
      one.follows()
          .flatMap(source -> world.images().pinned(definition.name(), source))
          .ifPresent(image -> values.putIfAbsent(one.name(), image.toString()));
    }
    return values;
  }
}
