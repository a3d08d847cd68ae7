package dev.slipway.wire;

import java.util.List;

/** All notifications of an organisation; there are at most 50. */
public record NotificationList(List<Notification> items) {
  public NotificationList {
    items = List.copyOf(items);
  }
}
