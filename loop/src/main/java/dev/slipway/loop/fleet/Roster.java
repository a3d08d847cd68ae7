package dev.slipway.loop.fleet;

import dev.slipway.loop.door.Agents.Enrolled;
import dev.slipway.model.ActorId;
import dev.slipway.model.entry.AgentEnrolled;
import dev.slipway.model.entry.Recorded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which agent is who, folded from the ledger; whoever enrolled last at a target is its agent.
 * Thread-safe.
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
      if (entry.entry() instanceof AgentEnrolled enrolled) {
        for (Enrolled known : List.copyOf(byAgent.values())) {
          if (known.target().equals(enrolled.target())
              && known.organisation().equals(entry.stream().organisation())) {
            byAgent.remove(known.agent());
            former.put(known.agent(), known);
          }
        }
        byAgent.put(
            enrolled.agent(),
            new Enrolled(
                entry.stream().organisation(),
                enrolled.agent(),
                enrolled.target(),
                enrolled.key()));
      }
    }
  }

  /** Whose place was taken by another one. */
  Optional<Enrolled> former(ActorId agent) {
    return Optional.ofNullable(former.get(agent));
  }

  Optional<Enrolled> enrolled(ActorId agent) {
    return Optional.ofNullable(byAgent.get(agent));
  }
}
