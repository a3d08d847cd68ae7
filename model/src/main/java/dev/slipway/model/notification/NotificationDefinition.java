package dev.slipway.model.notification;

import dev.slipway.model.NotificationName;
import dev.slipway.model.layer.Reach;
import java.util.List;

/**
 * Who is told of what.
 *
 * @param reach the applications and environments it is for
 * @param occasions what it is told of; a bypass of a guardrail is told whether it is named or not
 */
public record NotificationDefinition(
    NotificationName name, Reach reach, List<Occasion> occasions, Receiver receiver) {

  /** How many an organisation may have. */
  public static final int NOTIFICATIONS_MAX = 50;

  public NotificationDefinition {
    occasions = List.copyOf(occasions);
  }

  /**
   * Whether it is told of this. Nobody can keep silent about a bypass, but where it is told of
   * nothing that happens at all.
   */
  public boolean wants(Occasion occasion) {
    return !(receiver instanceof Receiver.GitHubPullRequests)
        && (occasion == Occasion.BYPASSED || occasions.contains(occasion));
  }
}
