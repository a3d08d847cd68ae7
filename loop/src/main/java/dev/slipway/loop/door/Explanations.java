package dev.slipway.loop.door;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.ShipmentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says why things are as they are, decided afresh at this moment. Thread-safe. */
public interface Explanations {

  /**
   * Why it is so.
   *
   * @param delivery the one that is on its way
   * @param unmet everything that it waits for
   * @param earliest when it goes on if nobody does anything; absent when it never does
   */
  record Explained(
      Reason because,
      Optional<DeliveryId> delivery,
      List<Unmet> unmet,
      Optional<Instant> earliest) {
    public Explained {
      unmet = List.copyOf(unmet);
    }
  }

  /** One thing that is waited for, when it is met by itself, and what could be done about it. */
  record Unmet(String what, Reason because, Optional<Instant> earliest, List<Way> ways) {
    public Unmet {
      ways = List.copyOf(ways);
    }
  }

  /** The exact command that would help, the least role that it takes, and who may give it. */
  record Way(Role least, String who, String command) {}

  /**
   * Why a shipment waits in a queue.
   *
   * @param wayOut the command that would let it go on
   * @param notBefore the time that it waits for, where it does
   */
  record Waiting(
      ShipmentId shipment, Reason because, Optional<String> wayOut, Optional<Instant> notBefore) {}

  /** What waits in the queue of a placement, in order. */
  List<Waiting> queue(Organisation organisation, Placement placement);

  /** What a placement waits for; one that nothing came to waits for nothing. */
  Explained why(Organisation organisation, Placement placement);
}
