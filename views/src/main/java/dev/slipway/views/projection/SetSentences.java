package dev.slipway.views.projection;

import dev.slipway.model.state.ShipSet;
import java.util.stream.Collectors;

/** What several shipments are that are delivered as one, for people. Stateless. */
final class SetSentences {

  private SetSentences() {}

  static String of(ShipSet set) {
    return "%s delivers %s as one%s"
        .formatted(
            set.id(),
            set.members().stream()
                .map(one -> one.application().value())
                .collect(Collectors.joining(", ")),
            set.undoes().map(" to take back %s."::formatted).orElse("."));
  }
}
