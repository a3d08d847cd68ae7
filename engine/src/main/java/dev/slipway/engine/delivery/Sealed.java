package dev.slipway.engine.delivery;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.state.PinnedSecret;
import dev.slipway.model.state.Shipment;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts the secrets that a shipment pinned for an environment in the place of its parameters. One
 * that was not pinned stays as it is, as in a preview where nobody gave it.
 */
final class Sealed {

  private final Map<String, SecretReference> pinned;

  Sealed(Shipment shipment, EnvironmentName environment) {
    pinned =
        shipment.secrets().stream()
            .flatMap(List::stream)
            .filter(one -> one.environment().equals(environment))
            .collect(Collectors.toMap(PinnedSecret::parameter, PinnedSecret::reference));
  }

  SortedMap<String, SecretReference> in(SortedMap<String, SecretReference> secrets) {
    SortedMap<String, SecretReference> found = new TreeMap<>(secrets);
    found.replaceAll((_, reference) -> in(reference));
    return Collections.unmodifiableSortedMap(found);
  }

  private SecretReference in(SecretReference reference) {
    return reference instanceof SecretReference.Parameter(String name)
        ? pinned.getOrDefault(name, reference)
        : reference;
  }
}
