package dev.slipway.engine;

import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.need.Need;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the engine decided, as a value. Either {@code needs} is empty and {@code entries} are to be
 * appended whole under {@code guards}, or there are needs and nothing is appended until they are
 * answered.
 *
 * @param needs what has to be known; one that was answered before is open again because its source
 *     could not be asked
 * @param guards the versions of the control streams that were read
 * @param wakeAt when to look at a placement again, if nothing happens before
 * @param because the reasons, in the order in which they were found
 */
public record Decision(
    List<Draft> entries,
    List<Need> needs,
    Map<StreamKey, Position> guards,
    Map<Placement, Instant> wakeAt,
    List<Reason> because) {

  public Decision {
    entries = List.copyOf(entries);
    needs = List.copyOf(needs);
    guards = Map.copyOf(guards);
    wakeAt = Map.copyOf(wakeAt);
    because = List.copyOf(because);
  }
}
