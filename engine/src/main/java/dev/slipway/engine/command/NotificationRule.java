package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.NotificationState;
import dev.slipway.model.NotificationName;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.NotificationDeclared;
import dev.slipway.model.entry.NotificationRemoved;
import dev.slipway.model.notification.NotificationDefinition;
import java.util.Optional;

/** Who is told of what happens is declared in documents, and ends when somebody says so. */
final class NotificationRule {

  private NotificationRule() {}

  /** Why there is no room for one more; empty when there is. */
  static Optional<Reason> refusal(Deliberation d, NotificationDefinition definition) {
    int all = d.organisationWide().declared().notifications().size();
    boolean known = d.world().declared().notification(definition.name()).isPresent();
    return known || all < NotificationDefinition.NOTIFICATIONS_MAX
        ? Optional.empty()
        : Optional.of(
            new Reason(
                "too-many-notifications",
                "There are %d notifications; no more are kept.".formatted(all)));
  }

  /** Writes it down where it is not so already; whether it did. */
  static boolean declare(Deliberation d, NotificationDefinition definition, Origin origin) {
    Optional<NotificationDefinition> known =
        d.organisationWide()
            .declared()
            .notification(definition.name())
            .map(NotificationState::definition);
    if (known.equals(Optional.of(definition))) {
      return false;
    }
    d.write(new NotificationDeclared(definition, origin));
    return true;
  }

  static Optional<Settlement> remove(Deliberation d, NotificationName name) {
    if (d.organisationWide().declared().notification(name).isEmpty()) {
      return Settlements.refused(
          "unknown-notification",
          "There is no notification %s; slipway notification list names them.".formatted(name));
    }
    d.write(new NotificationRemoved(name, d.actor()));
    return Settlements.followed("notification-removed", "%s is told no more.".formatted(name));
  }
}
