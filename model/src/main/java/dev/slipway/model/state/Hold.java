package dev.slipway.model.state;

import dev.slipway.model.Digest;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import java.util.List;

/**
 * What a rollback keeps away from its placement, so that it sticks: the inputs that differ between
 * what was left and what was restored.
 *
 * @param rollback the shipment of the rollback; names the hold
 * @param contents the hashes of the deliveries that were left; they cover the configuration
 * @param descendants whether commits that contain a held one are held too, as after a person's
 *     rollback
 */
public record Hold(
    ShipmentId rollback,
    List<Sha> commits,
    List<Digest> artifacts,
    List<Digest> contents,
    boolean descendants) {

  public Hold {
    commits = List.copyOf(commits);
    artifacts = List.copyOf(artifacts);
    contents = List.copyOf(contents);
  }
}
