package dev.slipway.loop.door;

import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TriggerName;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.guardrail.GuardrailName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What would be, decided and not written. Thread-safe. */
public interface Suppositions {

  /** Something that may happen to an application. */
  sealed interface Happening {

    /** A branch or a tag points elsewhere. */
    record Moved(RefName ref) implements Happening {}

    /** A trusted sender announces a commit in an event of this type. */
    record Announced(String type) implements Happening {}
  }

  /**
   * What a trigger would say to it.
   *
   * @param travel where its shipment would go; empty when it makes none
   */
  record Fired(TriggerName trigger, boolean matched, Reason because, List<EnvironmentName> travel) {
    public Fired {
      travel = List.copyOf(travel);
    }
  }

  /** Which triggers would fire, by the definition in force or by the one that is given. */
  List<Fired> triggers(
      Organisation organisation,
      ApplicationName application,
      Optional<ApplicationDefinition> supposed,
      Happening happening);

  /** A span of the ledger, and the documents to hold it against. */
  record Asked(Instant since, Instant until, List<Document> documents) {
    public Asked {
      documents = List.copyOf(documents);
    }
  }

  /** Whether a replay began. */
  sealed interface Begun {
    record Started(Replay replay) implements Begun {}

    record Refused(Reason because) implements Begun {}
  }

  /**
   * A replay, as far as it is.
   *
   * @param id names it to whoever began it, for some minutes
   * @param failed why it came to nothing
   * @param found absent until it is through
   */
  record Replay(
      String id, Asked asked, int percent, Optional<Reason> failed, Optional<Found> found) {}

  /** What a replay found; {@code whole} is false where something had to be left out. */
  record Found(List<Differing> rows, List<Reason> assumed, boolean whole) {
    public Found {
      rows = List.copyOf(rows);
      assumed = List.copyOf(assumed);
    }
  }

  /** How something would have been different. */
  enum Kind {
    SAME,
    STOPPED,
    DELAYED,
    LET_THROUGH,
    SUPERSEDED
  }

  /** Where a shipment stands at one environment of its way. */
  enum Standing {
    AHEAD,
    QUEUED,
    DELIVERING,
    ARRIVED,
    FAILED,
    SUPERSEDED,
    STOPPED
  }

  /** Where a shipment stood at the end of the span, and when it came, started and ended. */
  record Stood(
      Standing state,
      Optional<Integer> delivery,
      Optional<Instant> queued,
      Optional<Instant> started,
      Optional<Instant> ended) {}

  /**
   * One shipment at one placement.
   *
   * @param by how much later, or sooner
   * @param faithful whether a replay with nothing changed does what really happened
   */
  record Differing(
      Placement placement,
      ShipmentId shipment,
      Optional<Sha> sha,
      Stood really,
      Stood would,
      Kind kind,
      Optional<Duration> by,
      Optional<GuardrailName> guardrail,
      Reason because,
      boolean faithful) {}

  /** Why an actor may not have anything replayed; empty when it may. */
  Optional<Reason> refusal(Organisation organisation, ActorId actor);

  /** Begins to replay a span, for an actor that may. */
  Begun begin(Organisation organisation, ActorId actor, Asked asked);

  /** How far a replay is; empty for one that the actor did not begin, or that is forgotten. */
  Optional<Replay> look(Organisation organisation, ActorId actor, String id);
}
