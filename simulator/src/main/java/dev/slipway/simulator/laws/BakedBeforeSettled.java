package dev.slipway.simulator.laws;

import dev.slipway.codec.Identities;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.GuardrailPolicy;
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
import dev.slipway.simulator.Machine;
import dev.slipway.simulator.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Law 14: what bakes settles only after every member has said that it converged, nobody said
 * anything else for the time that the policy asks for, and the processes are still those that were
 * there when the time began, as the last order shows, also where a job ran in between; a release
 * that only stands by may have others. Where a person said what became of a target, nobody can
 * promise it. The policy that counts is the one in force when the first member is ordered to go on:
 * the time is over then for all.
 */
final class BakedBeforeSettled implements Law {

  private final Map<DeliveryId, Baking> open = new HashMap<>();
  private final Map<Instance, Position> born = new HashMap<>();
  private final Map<Position, Map<Running, Integer>> kept = new HashMap<>();
  private Position head = Position.START;

  private record Instance(Slot slot, Running process, int serial) {}

  /** The first time that a member said of an order that it converged. */
  private record Said(Position position, Instant at) {}

  /** What was heard of a rollout that bakes. */
  private static final class Baking {
    private final int step;
    private final List<TargetName> members;
    private final Set<Digest> releases;
    private final Map<TargetName, OrderIssued> orders = new HashMap<>();
    private final Map<TargetName, Position> under = new HashMap<>();
    private final Map<TargetName, Position> after = new HashMap<>();
    private final Map<TargetName, Said> said = new TreeMap<>();
    private final Set<TargetName> broken = new HashSet<>();

    Baking(int step, List<TargetName> members, Set<Digest> releases) {
      this.step = step;
      this.members = new ArrayList<>(members);
      this.releases = releases;
    }

    /** What is left out bakes with nobody, whatever it said and will say. */
    void leaveOut(TargetName member) {
      members.remove(member);
      orders.remove(member);
      said.remove(member);
    }
  }

  @Override
  public String name() {
    return "law-14";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    head = recorded.position();
    return switch (recorded.entry()) {
      case RolloutStarted e -> {
        e.bakes()
            .ifPresent(step ->
                open.put(
                    e.delivery(), new Baking(step, e.members(), releases(world, e.delivery()))));
        yield List.of();
      }
      case OrderIssued e when open.containsKey(e.delivery()) && e.job().isEmpty() ->
          ordered(world, e, recorded);
      case ReportReceived e -> {
        open.values().forEach(baking -> heard(baking, e.report(), recorded));
        yield List.of();
      }
      case MemberExcluded e -> {
        Optional.ofNullable(open.get(e.delivery()))
            .ifPresent(baking -> baking.leaveOut(e.target()));
        yield List.of();
      }
      case OutcomeDecided e -> {
        open.remove(e.delivery());
        yield List.of();
      }
      case RolloutSettled e ->
          Optional.ofNullable(open.remove(e.delivery()))
              .map(baking -> settled(e.delivery(), baking))
              .orElseGet(List::of);
      case Entry _ -> List.of();
    };
  }

  @Override
  public List<String> after(World world, Machine.Done done) {
    switch (done) {
      case Machine.Done.Began _, Machine.Done.Ended _ -> {}
      case Machine.Done.Kept it -> {
        it.processes()
            .forEach((process, serial) ->
                born.putIfAbsent(new Instance(it.slot(), process, serial), head));
        kept.putIfAbsent(it.fence().position(), it.processes());
      }
    }
    return List.of();
  }

  private List<String> ordered(World world, OrderIssued order, Recorded recorded) {
    Baking baking = Optional.ofNullable(open.get(order.delivery())).orElseThrow();
    TargetName target = order.slot().target().target();
    if (order.step() == baking.step) {
      baking.orders.put(target, order);
      baking.under.put(target, recorded.position());
    }
    if (order.step() != baking.step + 1) {
      return List.of();
    }
    boolean goesOn = baking.after.isEmpty();
    baking.after.put(target, recorded.position());
    if (!goesOn) {
      return List.of();
    }
    Duration time =
        world
            .declared()
            .environment(order.slot().target().environment())
            .map(EnvironmentState::definition)
            .flatMap(definition -> definition.guardrails())
            .flatMap(GuardrailPolicy::bake)
            .orElse(Duration.ZERO);
    boolean over =
        baking.said.keySet().containsAll(baking.members)
            && baking.said.values().stream()
                .noneMatch(said -> recorded.at().isBefore(said.at().plus(time)));
    return over ? List.of() : List.of("%s went on before it had baked".formatted(order.delivery()));
  }

  /** What is to be there in the end. */
  private static Set<Digest> releases(World world, DeliveryId id) {
    return world.deliveries().placement(id.placement()).of(id).stream()
        .flatMap(rollout -> rollout.delivery().state().services().stream())
        .flatMap(service -> service.releases().stream())
        .map(release -> Identities.release(release.release()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void heard(Baking baking, Report report, Recorded recorded) {
    TargetName target = report.slot().target().target();
    Position under = baking.under.getOrDefault(target, Position.START);
    boolean ours =
        Optional.ofNullable(baking.orders.get(target))
            .filter(order -> order.slot().equals(report.slot()))
            .isPresent();
    if (!ours) {
      return;
    }
    switch (report) {
      case Report.Ended ended
          when ended.fence().position().equals(under)
              && ended.outcome() instanceof Outcome.Converged ->
          baking.said.putIfAbsent(target, new Said(recorded.position(), recorded.at()));
      case Report.Observed seen
          when baking.said.containsKey(target) && !under.isAfter(seen.fence().position()) ->
          baking.broken.add(target);
      case Report.Ended _, Report.Observed _, Report.Refused _ -> {}
    }
  }

  private List<String> settled(DeliveryId id, Baking baking) {
    return baking.members.stream().flatMap(member -> against(id, baking, member).stream()).toList();
  }

  private Optional<String> against(DeliveryId id, Baking baking, TargetName member) {
    Optional<Said> began = Optional.ofNullable(baking.said.get(member));
    Optional<Position> after = Optional.ofNullable(baking.after.get(member));
    if (began.isEmpty() || after.isEmpty()) {
      return Optional.of("%s settled, and %s had not baked".formatted(id, member));
    }
    if (baking.broken.contains(member)) {
      return Optional.of("%s settled, and %s was not as ordered".formatted(id, member));
    }
    Slot slot = Optional.ofNullable(baking.orders.get(member)).orElseThrow().slot();
    return kept.getOrDefault(after.orElseThrow(), Map.of()).entrySet().stream()
        .filter(it -> baking.releases.contains(it.getKey().release()))
        .map(it -> new Instance(slot, it.getKey(), it.getValue()))
        .filter(process ->
            born.getOrDefault(process, Position.START).isAfter(began.orElseThrow().position()))
        .map(process -> "%s settled, and %s began while it baked".formatted(id, process))
        .findFirst();
  }
}
