package dev.slipway.engine.whatif;

import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.state.Shipment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Replays a span of the ledger under supposed documents, and says what would have been different.
 * Pure but for its own steps: it goes as many entries on as it is told, so that whoever drives it
 * can say how far it is, and stop it. The span is run twice: as it was, and as it is supposed. What
 * the first run does not bring about as it really happened, nobody should read much into. Not
 * thread-safe.
 */
public final class WhatIf {

  /** So many shipments are told of. */
  public static final int ROWS_MAX = 2_000;

  private final Span span;
  private final Assumptions assumed = new Assumptions();
  private final Run asItWas;
  private final Run asSupposed;
  private int done;

  /**
   * What became of one shipment at one placement, and what would have.
   *
   * @param faithful whether a replay with nothing changed does what really happened
   */
  public record Row(
      Placement placement,
      ShipmentId shipment,
      Optional<Sha> sha,
      Fate really,
      Fate would,
      Difference difference,
      boolean faithful) {}

  /**
   * The answer.
   *
   * @param assumed what was taken for granted because nothing recorded it
   * @param whole whether nothing had to be left out
   */
  public record Answer(List<Row> rows, List<Reason> assumed, boolean whole) {
    public Answer {
      rows = List.copyOf(rows);
      assumed = List.copyOf(assumed);
    }
  }

  public WhatIf(Span span, Supposition supposed) {
    this.span = span;
    Recollection recalled = new Recollection(span);
    RecordedEnds ends = new RecordedEnds(span, recalled);
    asItWas = new Run(span, Supposition.NOTHING, recalled, ends, new Assumptions());
    asSupposed = new Run(span, supposed, recalled, ends, assumed);
  }

  /** How many entries there are. */
  public int of() {
    return span.entries().size();
  }

  /** How many entries it has gone through. */
  public int done() {
    return done;
  }

  /** Goes some entries on; whether there are more. */
  public boolean goOn(int entries) {
    int until = Math.min(of(), done + entries);
    for (Recorded recorded : span.entries().subList(done, until)) {
      asItWas.take(recorded);
      asSupposed.take(recorded);
    }
    done = until;
    if (done == of()) {
      asItWas.rehearsal().pass(span.until());
      asSupposed.rehearsal().pass(span.until());
    }
    return done < of();
  }

  /** What came out, once it has gone through all. */
  public Answer answer() {
    Fates really = Fates.of(span.before(), span.entries());
    Fates again = Fates.of(span.before(), asItWas.rehearsal().written());
    Fates would = Fates.of(span.before(), asSupposed.rehearsal().written());
    Unmade unmade = new Unmade(really, would, asSupposed);
    Set<Fates.Leg> legs = new LinkedHashSet<>(really.all().keySet());
    legs.addAll(would.all().keySet());
    List<Row> rows = new ArrayList<>();
    for (Fates.Leg leg : legs) {
      Fate as = really.of(leg);
      Fate other = unmade.explained(leg, would.of(leg));
      boolean faithful = Comparison.of(as, again.of(leg), span.until()) instanceof Difference.Same;
      rows.add(
          new Row(
              leg.placement(),
              leg.shipment(),
              sha(leg.shipment(), really, would),
              as,
              other,
              Comparison.of(as, other, span.until()),
              faithful));
    }
    boolean whole =
        rows.size() <= ROWS_MAX && !asItWas.rehearsal().isCut() && !asSupposed.rehearsal().isCut();
    return new Answer(rows.stream().limit(ROWS_MAX).toList(), assumed.all(), whole);
  }

  private Optional<Sha> sha(ShipmentId id, Fates really, Fates would) {
    return span.before()
        .deliveries()
        .shipments()
        .travelling(id)
        .map(state -> state.shipment())
        .or(() -> really.made(id).or(() -> would.made(id)).flatMap(Unmade::shipment))
        .map(Shipment::change)
        .map(change -> change.sha());
  }
}
