package dev.slipway.model.layer;

import dev.slipway.model.GroupName;
import dev.slipway.model.OwnerName;
import java.util.List;

/**
 * Whoever answers for documents, and which they may write.
 *
 * @param group the people who may
 * @param may what; each right for itself
 */
public record OwnerDefinition(OwnerName name, GroupName group, List<Right> may) {

  /** How many owners an organisation may have. */
  public static final int OWNERS_MAX = 50;

  public OwnerDefinition {
    may = List.copyOf(may);
  }
}
