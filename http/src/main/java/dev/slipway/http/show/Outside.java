package dev.slipway.http.show;

import dev.slipway.views.row.ResourceRow;
import dev.slipway.wire.Resource;
import dev.slipway.wire.ResourceAsked;
import dev.slipway.wire.ResourceVersion;

/** What lies outside of Slipway and is waited for. */
public final class Outside {

  private Outside() {}

  public static Resource resource(ResourceRow row, Shown shown) {
    return new Resource(
        row.definition().name().value(),
        row.definition().owner().value(),
        row.definition().description().map(it -> it.value()),
        row.told().stream().map(told -> version(told, shown)).toList(),
        row.asked().stream().map(asked -> asked(row, asked)).toList());
  }

  private static ResourceVersion version(ResourceRow.Told told, Shown shown) {
    return new ResourceVersion(
        told.environment().map(it -> it.value()),
        told.version().value(),
        shown.actor(told.by()),
        told.at());
  }

  private static ResourceAsked asked(ResourceRow row, ResourceRow.Asked asked) {
    var there = asked.delivery().placement();
    return new ResourceAsked(
        there.environment().value(),
        asked.wanted().value(),
        there.application().value(),
        asked.delivery().number(),
        asked.at(),
        row.in(there.environment()).filter(it -> it.isAtLeast(asked.wanted())).isPresent());
  }
}
