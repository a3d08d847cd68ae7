package dev.slipway.model.layer;

import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import java.util.List;

/**
 * What somebody says of services that are declared elsewhere.
 *
 * @param owner who answers for it
 * @param set values for whoever says nothing, by name
 * @param require values that it must be, by name
 * @param limit what the values may be, whoever says them, by name
 */
public record OverlayDefinition(
    OverlayName name,
    OwnerName owner,
    Reach reach,
    List<Setting> set,
    List<Setting> require,
    List<Bound> limit)
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

  @Override
  public String title() {
    return "overlay/" + name;
  }
}
