package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Position;
import dev.slipway.model.TargetName;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.MemberExcluded;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OutcomeDecided;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Law 14: a rollout settles only after every member itself said of its last order that it
 * converged. Silence is no success, nor is what another target said, or what was said of an earlier
 * order; a person's word about a target stands for itself. Whoever is left out is no member any
 * more, and nobody in the town allows one to fail.
 */
final class SettledByAll implements Law {

  private record Member(DeliveryId delivery, TargetName target) {}

  private final Map<DeliveryId, List<TargetName>> members = new HashMap<>();
  private final Map<Member, Position> orders = new HashMap<>();
  private final Map<Position, Member> byOrder = new HashMap<>();
  private final Set<Member> through = new HashSet<>();

  @Override
  public String name() {
    return "law-14";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    switch (recorded.entry()) {
      case RolloutStarted e -> members.put(e.delivery(), new ArrayList<>(e.members()));
      case MemberExcluded e -> members.getOrDefault(e.delivery(), List.of()).remove(e.target());
      case OrderIssued e -> {
        Member member = new Member(e.delivery(), e.slot().target().target());
        orders.put(member, recorded.position());
        byOrder.put(recorded.position(), member);
        through.remove(member);
      }
      case ReportReceived e -> heard(e.report());
      case OutcomeDecided e -> through.add(new Member(e.delivery(), e.slot().target().target()));
      case RolloutSettled e -> {
        return members.getOrDefault(e.delivery(), List.of()).stream()
            .filter(target -> !through.contains(new Member(e.delivery(), target)))
            .map(target -> "%s settled, and %s had not said so".formatted(e.delivery(), target))
            .toList();
      }
      case Entry _ -> {}
    }
    return List.of();
  }

  private void heard(Report report) {
    Position position = report.fence().position();
    Member member = byOrder.get(position);
    if (member != null
        && member.target().equals(report.slot().target().target())
        && position.equals(orders.get(member))
        && report instanceof Report.Ended ended
        && ended.outcome() instanceof Outcome.Converged) {
      through.add(member);
    }
  }
}
