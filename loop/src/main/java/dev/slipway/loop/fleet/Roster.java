package dev.slipway.loop.fleet;

import dev.slipway.loop.door.Agents.Enrolled;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.entry.AgentEnrolled;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.TargetRemoved;
import dev.slipway.model.entry.TargetResumed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which agent is who, folded from the ledger; whoever enrolled last at a target is its agent, while
 * the target belongs to its environment. Thread-safe.
 */
public final class Roster {

  private final Map<ActorId, Enrolled> byAgent = new ConcurrentHashMap<>();
  private final Map<ActorId, Enrolled> former = new ConcurrentHashMap<>();

  /** Takes over who was who; before anything is folded here. */
  public void take(List<Enrolled> present, List<Enrolled> before) {
    present.forEach(agent -> byAgent.put(agent.agent(), agent));
    before.forEach(agent -> former.put(agent.agent(), agent));
  }

  /** All who act at a target. */
  public List<Enrolled> present() {
    return List.copyOf(byAgent.values());
  }

  /** All whose place was taken. */
  public List<Enrolled> former() {
    return List.copyOf(former.values());
  }

  /** Takes what was just written; called in the loop's turn. */
  public void took(List<Recorded> entries) {
    for (Recorded entry : entries) {
      switch (entry.entry()) {
        case AgentEnrolled enrolled -> enrolled(entry.stream().organisation(), enrolled);
        case TargetRemoved removed -> removed.agent().ifPresent(this::removed);
        case TargetResumed resumed -> resumed.agent().ifPresent(this::back);
        default -> {
          // The others say nothing of who may act where.
        }
      }
    }
  }

  private void enrolled(Organisation organisation, AgentEnrolled enrolled) {
    for (Enrolled known : List.copyOf(byAgent.values())) {
      if (known.target().equals(enrolled.target()) && known.organisation().equals(organisation)) {
        removed(known.agent());
      }
    }
    byAgent.put(
        enrolled.agent(),
        new Enrolled(organisation, enrolled.agent(), enrolled.target(), enrolled.key()));
  }

  private void removed(ActorId agent) {
    Optional.ofNullable(byAgent.remove(agent)).ifPresent(known -> former.put(agent, known));
  }

  private void back(ActorId agent) {
    Optional.ofNullable(former.remove(agent)).ifPresent(known -> byAgent.put(agent, known));
  }

  /** Whose place was taken by another one. */
  Optional<Enrolled> former(ActorId agent) {
    return Optional.ofNullable(former.get(agent));
  }

  Optional<Enrolled> enrolled(ActorId agent) {
    return Optional.ofNullable(byAgent.get(agent));
  }
}
