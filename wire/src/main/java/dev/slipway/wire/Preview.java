package dev.slipway.wire;

import java.util.List;

/**
 * What deploying a commit would come to; nothing is written.
 *
 * @param items the environments that are meant and may be seen, in the order of the route
 * @param warnings of overlays and policies that are for the application and would be for nothing
 */
public record Preview(List<PreviewStop> items, List<Reason> warnings) {
  public Preview {
    items = List.copyOf(items);
    warnings = List.copyOf(warnings);
  }
}
