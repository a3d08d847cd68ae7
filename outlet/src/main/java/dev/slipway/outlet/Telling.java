package dev.slipway.outlet;

import dev.slipway.model.NotificationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.notification.Happening;
import java.util.List;

/**
 * What is told at once: something that happened, or several things that happened to one change
 * shortly after one another.
 *
 * @param id the same each time that it is sent
 * @param happenings in order, at least one; the last one is how it stands
 * @param leftOut how many messages before this one were never sent, because there were too many or
 *     they were too old
 * @param rehearsal whether nothing happened, and somebody only wants to see that it arrives
 */
public record Telling(
    String id,
    Organisation organisation,
    NotificationName notification,
    List<Happening> happenings,
    int leftOut,
    boolean rehearsal) {

  public Telling {
    happenings = List.copyOf(happenings);
  }

  /** How it stands. */
  public Happening last() {
    return happenings.getLast();
  }
}
