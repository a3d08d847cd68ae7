package dev.slipway.views.projection;

import dev.slipway.model.ResourceName;
import dev.slipway.model.definition.ResourceDefinition;
import dev.slipway.model.entry.OwnerAsked;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ResourceDeclared;
import dev.slipway.model.entry.ResourceTold;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.ResourceRow;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Resources, at which versions they are, and what their owners were asked for. */
public final class Resources implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    switch (recorded.entry()) {
      case ResourceDeclared declared -> declared(declared.definition(), rows);
      case ResourceTold told -> change(told.resource(), rows, row -> told(row, told, recorded));
      case OwnerAsked asked -> change(asked.resource(), rows, row -> asked(row, asked, recorded));
      default -> {
        // The other entries are about no resource.
      }
    }
  }

  private static void declared(ResourceDefinition definition, Rows rows) {
    rows.put(
        Tables.RESOURCES,
        rows.find(Tables.RESOURCES, definition.name().value())
            .map(known -> new ResourceRow(definition, known.told(), known.asked()))
            .orElseGet(() -> new ResourceRow(definition, List.of(), List.of())));
  }

  private static void change(ResourceName name, Rows rows, UnaryOperator<ResourceRow> change) {
    rows.find(Tables.RESOURCES, name.value())
        .map(change)
        .ifPresent(changed -> rows.put(Tables.RESOURCES, changed));
  }

  /** What is said of everywhere takes the place of all that was said before. */
  private static ResourceRow told(ResourceRow row, ResourceTold told, Recorded recorded) {
    ResourceRow.Told now =
        new ResourceRow.Told(told.environment(), told.version(), told.by(), recorded.at());
    Stream<ResourceRow.Told> kept =
        row.told().stream()
            .filter(_ -> told.environment().isPresent())
            .filter(one -> !one.environment().equals(told.environment()));
    return new ResourceRow(
        row.definition(), Stream.concat(kept, Stream.of(now)).toList(), row.asked());
  }

  private static ResourceRow asked(ResourceRow row, OwnerAsked asked, Recorded recorded) {
    ResourceRow.Asked now = new ResourceRow.Asked(asked.wanted(), asked.delivery(), recorded.at());
    return new ResourceRow(
        row.definition(),
        row.told(),
        Stream.concat(Stream.of(now), row.asked().stream()).limit(ResourceRow.ASKED_MAX).toList());
  }
}
