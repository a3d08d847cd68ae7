package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.Checks.Reported;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.Placement;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.CheckReported;
import dev.slipway.model.guardrail.Check;
import dev.slipway.model.guardrail.CheckName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Somebody says what a check came to. The report of the latest time counts, in whatever order they
 * arrive; one that has no time of its own tells of now, and is no news where it says what is known.
 * What waits for that commit is looked at right away.
 */
final class CheckRule {

  /** More checks than that of one commit are a fault of some program. */
  private static final int CHECKS_MAX = 100;

  /** How far a reporter's clock may be ahead. */
  private static final Duration AHEAD_MAX = Duration.ofMinutes(5);

  private CheckRule() {}

  static Optional<Settlement> report(Deliberation d, Command.ReportCheck wish) {
    if (d.application(wish.application()).isEmpty()) {
      return Settlements.refused(
          "unknown-application", "There is no application %s.".formatted(wish.application()));
    }
    if (wish.at().filter(at -> at.isAfter(d.now().plus(AHEAD_MAX))).isPresent()) {
      return Settlements.refused(
          "check-ahead-of-time",
          "It tells of %s, and it is %s now. Set the reporter's clock."
              .formatted(wish.at().orElseThrow(), d.now()));
    }
    SortedMap<CheckName, Reported> all = d.checks(wish.application(), wish.sha());
    Optional<Check> known = Optional.ofNullable(all.get(wish.name())).map(Reported::check);
    if (Optional.ofNullable(all.get(wish.name())).filter(Reported::read).isPresent()) {
      return Settlements.refused(
          "check-is-read",
          "%s is read where it is kept; say there what it came to.".formatted(wish.name()));
    }
    Check check =
        new Check(
            wish.name(),
            wish.state(),
            wish.description(),
            wish.url(),
            wish.at().orElseGet(() -> now(d, known)));
    boolean newer = known.filter(it -> !check.isNewerThan(it)).isEmpty();
    if (known.filter(check::saysWhat).isPresent() && (wish.at().isEmpty() || !newer)) {
      return Settlements.nothing(
          "check-known", "%s was reported just so before.".formatted(wish.name()));
    }
    if (!newer) {
      return Settlements.nothing(
          "check-older", "%s was reported for a later time before.".formatted(wish.name()));
    }
    if (known.isEmpty() && all.size() >= CHECKS_MAX) {
      return Settlements.refused(
          "too-many-checks",
          "%s has %d checks already; no more are kept."
              .formatted(wish.sha().abbreviated(), CHECKS_MAX));
    }
    d.write(new CheckReported(wish.application(), wish.sha(), check, d.actor()));
    waiting(d, wish).forEach(placement -> Advance.placement(d, placement));
    return Settlements.followed(
        "check-reported",
        "%s is %s for %s."
            .formatted(
                wish.name(),
                wish.state().name().toLowerCase(Locale.ROOT),
                wish.sha().abbreviated()));
  }

  /** What arrives without a time is the latest word, also beside one whose clock is ahead. */
  private static Instant now(Deliberation d, Optional<Check> known) {
    return known.map(it -> it.at().plusMillis(1)).filter(d.now()::isBefore).orElseGet(d::now);
  }

  /** Where that commit is on its way. */
  private static List<Placement> waiting(Deliberation d, Command.ReportCheck wish) {
    return d.world().deliveries().placements().entrySet().stream()
        .filter(at -> at.getKey().application().equals(wish.application()))
        .filter(at ->
            at.getValue()
                .active()
                .filter(r -> r.delivery().change().sha().equals(wish.sha()))
                .isPresent())
        .map(Map.Entry::getKey)
        .toList();
  }
}
