package dev.slipway.http.resource;

import dev.slipway.model.Position;
import dev.slipway.views.Query;
import dev.slipway.views.Tables;
import dev.slipway.views.row.DeliveryRow;
import dev.slipway.views.row.EntryRow;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Puts entries that belong together in a line, oldest first. Whatever the reader may not see is
 * left out.
 */
final class Timeline {

  private static final int ENTRIES_MAX = 500;
  private static final int CHAIN_MAX = 32;
  private static final String SHIPMENT = "ShipmentMade";
  private static final String TRIGGER = "TriggerEvaluated";

  private final Reading reading;

  Timeline(Reading reading) {
    this.reading = reading;
  }

  /** From the event, over the trigger and the shipment, to orders and observations. */
  Collection<EntryRow> ofDelivery(DeliveryRow delivery) {
    Map<Position, EntryRow> line = new TreeMap<>();
    Stream.concat(
            with("delivery", delivery.key()).stream(),
            with("shipment", delivery.delivery().shipment().value()).stream()
                .filter(entry -> isNotElsewhere(entry, delivery)))
        .forEach(entry -> line.put(entry.position(), entry));
    for (EntryRow entry : List.copyOf(line.values())) {
      chain(entry, line);
      triggersBeside(entry).forEach(trigger -> line.put(trigger.position(), trigger));
    }
    return line.values();
  }

  /** What the application's triggers said of the event that a shipment was made of. */
  private Stream<EntryRow> triggersBeside(EntryRow entry) {
    return entry.type().equals(SHIPMENT)
        ? entry.cause().stream()
            .flatMap(cause -> with("cause", cause.toString()).stream())
            .filter(beside -> beside.type().equals(TRIGGER))
            .filter(beside -> beside.subject().application().equals(entry.subject().application()))
        : Stream.empty();
  }

  /** What a shipment did in other environments is another story. */
  private static boolean isNotElsewhere(EntryRow entry, DeliveryRow delivery) {
    return entry
        .subject()
        .environment()
        .map(it -> it.equals(delivery.id().placement().environment()))
        .orElse(true);
  }

  private void chain(EntryRow start, Map<Position, EntryRow> line) {
    Optional<Position> cause = start.cause();
    for (int i = 0; i < CHAIN_MAX && cause.isPresent() && !line.containsKey(cause.get()); i++) {
      Optional<EntryRow> entry = reading.find(Tables.ENTRIES, cause.get().toString());
      entry.ifPresent(it -> line.put(it.position(), it));
      cause = entry.flatMap(EntryRow::cause);
    }
  }

  /** Everything that a cause led to, itself first. */
  Collection<EntryRow> from(Position cause) {
    Map<Position, EntryRow> line = new TreeMap<>();
    Deque<Position> open = new ArrayDeque<>(List.of(cause));
    reading
        .find(Tables.ENTRIES, cause.toString())
        .ifPresent(entry -> line.put(entry.position(), entry));
    while (!open.isEmpty() && line.size() < ENTRIES_MAX) {
      for (EntryRow entry : with("cause", open.removeFirst().toString())) {
        if (line.putIfAbsent(entry.position(), entry) == null) {
          open.addLast(entry.position());
        }
      }
    }
    return line.values();
  }

  private List<EntryRow> with(String column, String value) {
    return reading.list(Tables.ENTRIES, Query.first(ENTRIES_MAX).where(column, value)).rows();
  }
}
