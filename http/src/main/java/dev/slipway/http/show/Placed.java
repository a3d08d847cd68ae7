package dev.slipway.http.show;

import dev.slipway.views.row.PlacementRow;

/**
 * A placement, and what became of its application.
 *
 * @param removed whether it was removed; what was ordered last is kept all the same
 */
public record Placed(PlacementRow row, boolean removed) {}
