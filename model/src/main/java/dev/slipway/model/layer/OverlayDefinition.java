package dev.slipway.model.layer;

import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import java.util.List;
import java.util.Optional;

/**
 * What somebody says of services that are declared elsewhere.
 *
 * @param owner who answers for it
 * @param set values for whoever says nothing, by name
 * @param require values that it must be, by name
 * @param limit what the values may be, whoever says them, by name
 * @param campaign how fast a change of it is sent by itself; absent when nothing is
 */
public record OverlayDefinition(
    OverlayName name,
    OwnerName owner,
    Reach reach,
    List<Setting> set,
    List<Setting> require,
    List<Bound> limit,
    Optional<CampaignPace> campaign)
    implements Owned {

  /** How many overlays an organisation may have; a shipment holds all that concern it. */
  public static final int OVERLAYS_MAX = 50;

  /** How many values and limits one may have. */
  public static final int VALUES_MAX = 100;

  /** How large its document may be. */
  public static final int BYTES_MAX = 8 * 1024;

  public OverlayDefinition {
    set = List.copyOf(set);
    require = List.copyOf(require);
    limit = List.copyOf(limit);
  }

  /** One of which nothing is sent by itself. */
  public OverlayDefinition(
      OverlayName name,
      OwnerName owner,
      Reach reach,
      List<Setting> set,
      List<Setting> require,
      List<Bound> limit) {
    this(name, owner, reach, set, require, limit, Optional.empty());
  }

  @Override
  public String title() {
    return "overlay/" + name;
  }
}
