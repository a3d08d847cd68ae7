package dev.slipway.wire;

import java.util.List;

/**
 * What deploying a commit would come to; nothing is written.
 *
 * @param items the environments of the route that may be seen, in its order
 */
public record Preview(List<PreviewStop> items) {
  public Preview {
    items = List.copyOf(items);
  }
}
