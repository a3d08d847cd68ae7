package dev.slipway.engine.fold;

import dev.slipway.model.Placement;
import dev.slipway.model.entry.ExternalRecorded;
import dev.slipway.model.external.ExternalDeployment;
import dev.slipway.model.external.ExternalRun;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** What other tools deployed, as far as it is remembered. */
public record Externals(PSortedMap<Placement, OfPlacement> byPlacement) {

  /** Of more in one placement, that is forgotten which ended first. */
  public static final int KNOWN_MAX = 1000;

  public static final Externals NONE = new Externals(TreePMap.empty());

  /** What other tools deployed to one placement, by its end, the earliest first. */
  public record OfPlacement(PVector<ExternalDeployment> known) {

    static final OfPlacement NOTHING = new OfPlacement(TreePVector.empty());

    /** The one that a tool calls so. */
    public Optional<ExternalDeployment> of(ExternalRun run) {
      return known.stream().filter(one -> one.run().equals(run)).findFirst();
    }

    /**
     * Up to when nothing is taken any more, for it may have been recorded and forgotten; empty
     * while nothing was forgotten.
     */
    public Optional<Instant> closedUntil() {
      return known.size() < KNOWN_MAX ? Optional.empty() : Optional.of(known.getFirst().ended());
    }

    OfPlacement with(ExternalDeployment one) {
      int place =
          IntStream.range(0, known.size())
              .filter(at -> known.get(at).ended().isAfter(one.ended()))
              .findFirst()
              .orElse(known.size());
      PVector<ExternalDeployment> all = known.plus(place, one);
      return new OfPlacement(all.size() > KNOWN_MAX ? all.minus(0) : all);
    }
  }

  public OfPlacement of(Placement placement) {
    return byPlacement.getOrDefault(placement, OfPlacement.NOTHING);
  }

  /** The same with all that is remembered of one placement. */
  public Externals plus(Placement placement, OfPlacement all) {
    return new Externals(byPlacement.plus(placement, all));
  }

  Externals with(ExternalRecorded entry) {
    Placement placement = entry.deployment().placement();
    return plus(placement, of(placement).with(entry.deployment()));
  }
}
