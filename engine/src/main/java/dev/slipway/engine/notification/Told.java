package dev.slipway.engine.notification;

import dev.slipway.engine.fold.NotificationState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.layer.Reached;
import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.NotificationDefinition;
import java.util.List;

/** Who is told of something that happened. */
public final class Told {

  private Told() {}

  /** The notifications that are for its place, and want to hear of it. */
  public static List<NotificationDefinition> of(World world, Happening happening) {
    return world.declared().notifications().values().stream()
        .map(NotificationState::definition)
        .filter(notification -> notification.wants(happening.occasion()))
        .filter(notification -> Reached.by(world, notification.reach(), happening.placement()))
        .toList();
  }
}
